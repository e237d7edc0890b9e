/** The inbox: chunks of accepted findings, their pending marks, and receipts. */
import { readable, readableOne } from './readable';
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { InboxChunk, inboxVersion, type PendingChunk } from '../../contract/inbox';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import { failureLine } from '../../core/data/failure-line';
import { slices } from '../../core/data/lists';
import type { Inbox, ReadChunk } from '../../flows/ports-inbox';
import { pack, unpack } from './packed';
import { StorageError } from './outage';

const chunkKey = (id: string) => `inbox:${id}`;
const allPending = 'pending:';
const pendingPrefix = (connection: string, receipt?: string) =>
  `${allPending}${connection}:${receipt === undefined ? '' : `${receipt}-`}`;
const pendingKey = (connection: string, id: string) => `${pendingPrefix(connection)}${id}`;
const countKey = (connection: string) => `waiting:${connection}`;
const receiptKey = (receipt: string) => `receipt:${receipt}`;
const idsKey = (receipt: string, part: number) => `receipt:${receipt}:${String(part)}`;
const receiptTtl = { unit: 'DAYS', value: 8 } as const;
/** A chunk holds up to 200 KB before it is packed: few are read at once. */
const chunksPerRead = 5;
const marksPerRead = 25;
const marksPerPage = 100;
/** Counting a long queue reads all of it: it is counted once in this time. */
const countMs = 60_000;
const countTtl = { unit: 'HOURS', value: 1 } as const;
const Count = z.object({ waiting: z.number(), at: z.number() });

/** The inbox of this installation. */
export function createInbox(now: () => number): Inbox {
  return {
    async put(chunk, mark) {
      const key = pendingKey(chunk.connection, chunk.id);
      await kvs
        .transact()
        .set(chunkKey(chunk.id), packed(chunk))
        .set(key, toStored(storedShapes.pendingMark, mark))
        .execute();
    },
    get: (ids) => readMany(ids, chunkKey, chunksPerRead, toChunk),
    async pending(connection, ids) {
      const keyOf = (id: string) => pendingKey(connection, id);
      const marks = await readMany(ids, keyOf, marksPerRead, (value, id) =>
        readableOne(storedShapes.pendingMark, { key: keyOf(id), value }),
      );
      return new Map(marks.map((mark) => [mark.id, mark]));
    },
    listPending: (limit) => listMarks(allPending, limit),
    pendingOf: (connection, limit, receipt) => listMarks(pendingPrefix(connection, receipt), limit),
    async countPending(connection, limit) {
      const first = await listMarks(pendingPrefix(connection), marksPerPage);
      if (first.length < marksPerPage) return first.length;
      const known = Count.safeParse(await kvs.get(countKey(connection))).data;
      if (known && now() - known.at < countMs) return known.waiting;
      const { length: waiting } = await listMarks(pendingPrefix(connection), limit);
      await kvs.set(countKey(connection), { waiting, at: now() }, { ttl: countTtl });
      return waiting;
    },
    async mark(marks) {
      const items = marks.map((mark) => ({
        key: pendingKey(mark.connection, mark.id),
        value: toStored(storedShapes.pendingMark, mark),
      }));
      for (const some of slices(items, marksPerRead)) await writeAll(some);
    },
    async move(marks) {
      // Older versions kept them under their chunk's id alone.
      for (const mark of marks)
        await kvs
          .transact()
          .set(pendingKey(mark.connection, mark.id), toStored(storedShapes.pendingMark, mark))
          .delete(`${allPending}${mark.id}`)
          .execute();
    },
    async split(whole, parts) {
      const transaction = kvs
        .transact()
        .delete(chunkKey(whole.id))
        .delete(pendingKey(whole.connection, whole.id));
      for (const { chunk, mark } of parts)
        transaction
          .set(chunkKey(chunk.id), packed(chunk))
          .set(pendingKey(chunk.connection, chunk.id), toStored(storedShapes.pendingMark, mark));
      await transaction.execute();
    },
    async rewrite(chunk) {
      await kvs.set(chunkKey(chunk.id), packed(chunk));
      // Whoever worked it off meanwhile removed the chunk with its mark.
      const mark = await kvs.get(pendingKey(chunk.connection, chunk.id));
      if (mark === undefined) await kvs.delete(chunkKey(chunk.id));
    },
    async remove(connection, id) {
      await kvs.transact().delete(chunkKey(id)).delete(pendingKey(connection, id)).execute();
    },
    async putReceipt(head, ids) {
      const parts = ids.map((part, index) => ({
        key: idsKey(head.receipt, index),
        value: part,
        options: { ttl: receiptTtl },
      }));
      const items = [
        {
          key: receiptKey(head.receipt),
          value: toStored(storedShapes.receipt, head),
          options: { ttl: receiptTtl },
        },
        ...parts,
      ];
      for (const some of slices<{ key: string; value: unknown; options: object }>(items, 25))
        await writeAll(some);
    },
    async receipt(connection, receipt, chunks) {
      const key = receiptKey(receipt);
      const head = readableOne(storedShapes.receipt, { key, value: await kvs.get(key) });
      if (head?.connection !== connection) return undefined;
      const isAsked = (id: string) => chunks === undefined || chunks.includes(id);
      const parts = head.chunks.flatMap(({ id }, index) => (isAsked(id) ? [idsKey(receipt, index)] : []));
      const found = new Map<string, string[]>();
      const keyOf = (key: string) => key;
      await readMany(parts, keyOf, marksPerRead, (value, key) => found.set(key, value as string[]));
      return { head, ids: head.chunks.map((_, index) => found.get(idsKey(receipt, index)) ?? []) };
    },
  };
}

/** The marks under a prefix, by key. */
async function listMarks(prefix: string, limit: number): Promise<PendingChunk[]> {
  const found: PendingChunk[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .query()
      .where('key', WhereConditions.beginsWith(prefix))
      .limit(Math.min(limit, marksPerPage));
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    found.push(...readable(storedShapes.pendingMark, page.results));
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return found.slice(0, limit);
}

/** A chunk as it is stored: its items packed into one text. */
const StoredChunk = InboxChunk.omit({ items: true }).extend({ packed: z.string() });

function packed({ items, ...rest }: InboxChunk): z.infer<typeof StoredChunk> {
  return { ...rest, packed: pack(items) };
}

/** One that cannot be read comes without items and says so: it is there, and must not be taken for worked off. */
function toChunk(value: unknown, id: string): ReadChunk {
  try {
    const { packed: items, ...rest } = StoredChunk.parse(value);
    return InboxChunk.parse({ ...rest, items: unpack(items) });
  } catch (error) {
    console.error(failureLine('reading a chunk', error, { chunk: id }));
    return { v: inboxVersion, id, connection: '', receipt: '', acceptedAt: 0, items: [], unreadable: true };
  }
}

async function writeAll(items: { key: string; value: unknown; options?: object }[]): Promise<void> {
  const { failedKeys } = await kvs.batchSet(items);
  if (failedKeys[0]) throw new StorageError(`Writing to storage failed: ${failedKeys[0].error.code}`);
}

/** Values in the order asked; those that do not exist are left out. */
async function readMany<T>(
  ids: readonly string[],
  keyOf: (id: string) => string,
  size: number,
  parse: (value: unknown, id: string) => T | undefined,
): Promise<T[]> {
  const found = new Map<string, T>();
  for (const some of slices(ids, size)) {
    const answer = await kvs.batchGet<unknown>(some.map((id) => ({ key: keyOf(id) })));
    const values = new Map(answer.successfulKeys.map(({ key, value }) => [key, value]));
    for (const id of some.filter((one) => values.has(keyOf(one)))) {
      const read = parse(values.get(keyOf(id)), id);
      if (read !== undefined) found.set(keyOf(id), read);
    }
    const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new StorageError(`Reading from storage failed: ${failed.error.code}`);
  }
  return ids.flatMap((id) => {
    const value = found.get(keyOf(id));
    return value === undefined ? [] : [value];
  });
}
