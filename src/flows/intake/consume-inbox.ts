/** Works off chunks that the bell named. */
import { findingIdOf, type InboxChunk, type PendingChunk } from '../../contract/inbox';
import { summarize } from '../../core/activity/summarize';
import type { Applied } from '../apply/apply-findings';
import { applyItems } from '../apply/apply-items';
import { isHolding } from '../../core/portal/is-holding';
import { ringAll } from './accept-findings';
import { groupBy } from '../../core/data/lists';
import { jiraUseSince } from '../activity/jira-use';
import type { Ports } from '../ports';

/** A bell may ring this soon at most; what must wait longer is left to the sweep. */
const longestBellSeconds = 900;

/** Works off the chunks and removes those that are settled; the others ring again when their time has come. */
export async function consumeInbox(ports: Ports, ids: readonly string[]): Promise<void> {
  const chunks = await ports.inbox.get(ids);
  const pending = await ports.inbox.pending(ids);
  // A worker that came second may have marked a chunk again that the first had just finished.
  for (const id of pending.keys()) if (!chunks.some((chunk) => chunk.id === id)) await ports.inbox.remove(id);
  const byConnection = groupBy(chunks, (chunk) => chunk.connection);
  for (const [connection, group] of byConnection) await consumeGroup(ports, connection, group, pending);
}

async function consumeGroup(
  ports: Ports,
  connection: string,
  chunks: readonly InboxChunk[],
  pending: ReadonlyMap<string, PendingChunk>,
): Promise<void> {
  const owner = await ports.connections.get(connection);
  if (owner && isHolding(owner)) return;
  if (!owner) {
    // The connection was deleted meanwhile: nobody is left who could ask for these findings.
    for (const { id } of chunks) await ports.inbox.remove(id);
    return;
  }
  const before = ports.jiraUse();
  const { items, later } = await applyItems(
    ports,
    connection,
    chunks.flatMap((chunk) => chunk.items),
  );
  const waiting = new Map(later.map((one) => [one.finding, one]));
  for (const chunk of chunks) {
    const waits = chunk.items.flatMap((item) => waiting.get(findingIdOf(item)) ?? []);
    if (waits.length === 0) await ports.inbox.remove(chunk.id);
    else await postpone(ports, chunk, pending.get(chunk.id), waits);
  }
  const use = jiraUseSince(ports, before);
  await ports.activity.add(summarize({ id: ports.newId(), at: ports.now(), connection, ...use }, items));
}

async function postpone(
  ports: Ports,
  chunk: InboxChunk,
  before: PendingChunk | undefined,
  waits: Applied['later'],
): Promise<void> {
  const delay = Math.max(5, ...waits.map(({ after }) => after));
  await ports.inbox.postpone({
    id: chunk.id,
    connection: chunk.connection,
    receipt: chunk.receipt,
    acceptedAt: chunk.acceptedAt,
    notBefore: ports.now() + delay * 1000,
    attempts: (before?.attempts ?? 0) + 1,
    ...(waits[0] ? { reason: waits[0].reason } : {}),
  });
  if (delay <= longestBellSeconds) await ringAll(ports, chunk.connection, [chunk.id], delay);
}
