/** Which findings still lie in the inbox. */
import type { PendingChunk, ReceiptHead } from '../../contract/inbox';
import { inParallel } from '../../core/data/in-parallel';
import { groupBy } from '../../core/data/lists';
import { isPart } from '../../core/sync/pending-mark';
import { readRef, refText, refTextOf } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';
import { namesOf } from './product-names';

/** A lookup looks through so much of the queue at most: a backlog must not make it slow. */
const marksLooked = 100;
const receiptsLooked = 30;
/** Chunks that were taken apart, of one request. */
const partsAtMost = 100;
/** Chunks are up to 200 KB each. */
const chunksRead = 20;

/** Chunks are asked for by key, since queries may lag behind; parts of one that was taken apart are in no receipt. */
export async function marksOf(
  ports: ReadPorts,
  { connection, receipt, chunks }: ReceiptHead,
): Promise<PendingChunk[]> {
  const marks = await ports.inbox.pending(
    connection,
    chunks.map(({ id }) => id),
  );
  if (marks.size === chunks.length) return [...marks.values()];
  for (const mark of await ports.inbox.pendingOf(connection, chunks.length + partsAtMost, receipt))
    if (isPart(mark.id)) marks.set(mark.id, mark);
  return [...marks.values()];
}

/** Findings that still lie in the inbox, as far as a long queue is looked through. */
export async function waitingIds(
  ports: ReadPorts,
  connection: string,
): Promise<{ waiting: Set<string>; complete: boolean }> {
  const listed = await ports.inbox.pendingOf(connection, marksLooked + 1);
  // The list may be some seconds old, so each mark is asked for again.
  const looked = listed.slice(0, marksLooked).map(({ id }) => id);
  const marks = [...(await ports.inbox.pending(connection, looked)).values()];
  const byReceipt = [...groupBy(marks, ({ receipt }) => receipt)];
  const waiting = new Set<string>();
  await inParallel(byReceipt.slice(0, receiptsLooked), async ([receipt, some]) => {
    const found = await ports.inbox.receipt(
      connection,
      receipt,
      some.map(({ id }) => id),
    );
    for (const id of await idsWaiting(ports, found, some)) waiting.add(id);
  });
  return { waiting, complete: listed.length <= marksLooked && byReceipt.length <= receiptsLooked };
}

/**
 * The ids of those chunks of a request that are marked as pending. They come from the receipt, which is much smaller than
 * the chunks; what waits longer than receipts last, or was taken apart, is read itself.
 */
export async function idsWaiting(
  ports: ReadPorts,
  receipt: Awaited<ReturnType<ReadPorts['inbox']['receipt']>>,
  marks: readonly PendingChunk[],
): Promise<Set<string>> {
  const listed = new Map(receipt?.head.chunks.map(({ id }, index) => [id, receipt.ids[index] ?? []]));
  const { now } = await namesOf(ports, receipt?.head.connection ?? marks[0]?.connection ?? '');
  const nowOf = (connection: string, text: string) => refText(connection, now(readRef(connection, text)));
  const known = marks.flatMap(({ connection, id, only }) =>
    (only ?? listed.get(id) ?? []).map((text) => nowOf(connection, text)),
  );
  const unlisted = marks.filter(({ id, only }) => !only && !listed.has(id)).map(({ id }) => id);
  const chunks = await ports.inbox.get(unlisted.slice(0, chunksRead));
  const read = chunks.flatMap(({ connection, items }) =>
    items.map((item) => nowOf(connection, refTextOf(connection, item))),
  );
  return new Set([...known, ...read]);
}
