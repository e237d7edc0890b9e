/** The inbox: chunks of accepted findings, their pending marks, and receipts. */
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { InboxChunk, PendingChunk, ReceiptHead } from '../../contract/inbox';
import { slices } from '../../core/data/lists';
import type { Inbox } from '../../flows/ports';
import { pack, unpack } from './packed';

const chunkKey = (id: string) => `inbox:${id}`;
const pendingKey = (id: string) => `pending:${id}`;
const receiptKey = (receipt: string) => `receipt:${receipt}`;
const idsKey = (receipt: string, part: number) => `receipt:${receipt}:${String(part)}`;
const receiptTtl = { unit: 'DAYS', value: 8 } as const;
/** A chunk holds up to 200 KB before it is packed: few are read at once. */
const chunksPerRead = 5;
const marksPerRead = 25;

/** The inbox of this installation. */
export function createInbox(): Inbox {
  return {
    async put(chunk) {
      const { id, connection, receipt, acceptedAt } = chunk;
      const mark: PendingChunk = { id, connection, receipt, acceptedAt, notBefore: acceptedAt, attempts: 0 };
      await kvs.transact().set(chunkKey(id), toStored(chunk)).set(pendingKey(id), mark).execute();
    },
    get: (ids) => readMany(ids, chunkKey, chunksPerRead, toChunk),
    async pending(ids) {
      const marks = await readMany(ids, pendingKey, marksPerRead, (value) => PendingChunk.parse(value));
      return new Map(marks.map((mark) => [mark.id, mark]));
    },
    async listPending(limit) {
      const marks: PendingChunk[] = [];
      let cursor: string | undefined;
      do {
        const query = kvs
          .query()
          .where('key', WhereConditions.beginsWith(pendingKey('')))
          .limit(Math.min(limit, 100));
        const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
        marks.push(...page.results.map(({ value }) => PendingChunk.parse(value)));
        cursor = page.nextCursor;
      } while (cursor !== undefined && marks.length < limit);
      return marks.slice(0, limit);
    },
    postpone: (mark) => kvs.set(pendingKey(mark.id), mark),
    async remove(id) {
      await kvs.transact().delete(chunkKey(id)).delete(pendingKey(id)).execute();
    },
    async putReceipt(head, ids) {
      const parts = ids.map((part, index) => ({
        key: idsKey(head.receipt, index),
        value: part,
        options: { ttl: receiptTtl },
      }));
      const items = [{ key: receiptKey(head.receipt), value: head, options: { ttl: receiptTtl } }, ...parts];
      for (const some of slices<{ key: string; value: unknown; options: object }>(items, 25))
        await writeAll(some);
    },
    async receipt(connection, receipt) {
      const head = ReceiptHead.safeParse(await kvs.get(receiptKey(receipt))).data;
      if (head?.connection !== connection) return undefined;
      const parts = await readMany(
        head.chunks.map((_, index) => String(index)),
        (part) => idsKey(receipt, Number(part)),
        marksPerRead,
        (value) => value as string[],
      );
      return { head, ids: parts };
    },
  };
}

/** A chunk as it is stored: its items packed into one text. */
const StoredChunk = InboxChunk.omit({ items: true }).extend({ packed: z.string() });

function toStored({ items, ...rest }: InboxChunk): z.infer<typeof StoredChunk> {
  return { ...rest, packed: pack(items) };
}

function toChunk(value: unknown): InboxChunk {
  const { packed, ...rest } = StoredChunk.parse(value);
  return InboxChunk.parse({ ...rest, items: unpack(packed) });
}

async function writeAll(items: { key: string; value: unknown; options: object }[]): Promise<void> {
  const { failedKeys } = await kvs.batchSet(items);
  if (failedKeys[0]) throw new Error(`Writing to storage failed: ${failedKeys[0].error.code}`);
}

/** Values in the order asked; those that do not exist are left out. */
async function readMany<T>(
  ids: readonly string[],
  keyOf: (id: string) => string,
  size: number,
  parse: (value: unknown) => T,
): Promise<T[]> {
  const found = new Map<string, T>();
  for (const some of slices(ids, size)) {
    const answer = await kvs.batchGet<unknown>(some.map((id) => ({ key: keyOf(id) })));
    for (const { key, value } of answer.successfulKeys) found.set(key, parse(value));
    const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new Error(`Reading from storage failed: ${failed.error.code}`);
  }
  return ids.flatMap((id) => {
    const value = found.get(keyOf(id));
    return value === undefined ? [] : [value];
  });
}
