/** Every five minutes: picks up what the queue dropped and what has waited long enough. */
import type { PendingChunk } from '../../contract/inbox';
import { isHolding } from '../../core/portal/is-holding';
import { groupBy } from '../../core/data/lists';
import { mustRing, rungFor } from '../../core/sync/pending-mark';
import { workDue } from '../due/work-due';
import type { Ports } from '../ports';
import { inboxShare } from './pending-chunks';
import { ringAnew } from '../records/put-chunks';

/** So many marks are read at once; an inbox with fewer is seen whole. */
const page = 100;
/** Chunks rung for in one sweep, in equal shares for all connections that have some. */
const batch = 200;

/**
 * Rings again for chunks that are due and whose connection is neither paused nor archived, then works off the todos that are due.
 * Answers how many chunks.
 */
export async function sweep(ports: Ports): Promise<number> {
  const rung = await ringChunks(ports);
  await workDue(ports);
  return rung;
}

async function ringChunks(ports: Ports): Promise<number> {
  const first = await ports.inbox.listPending(page);
  if (first.length === 0) return 0;
  await ports.inbox.move(first.filter(({ bell }) => bell === undefined));
  const connections = await ports.connections.list();
  const holding = new Set(connections.filter(isHolding).map(({ key }) => key));
  const seen = groupBy(first, (mark) => mark.connection);
  const going = [...new Set([...seen.keys(), ...connections.map(({ key }) => key)])].filter(
    (key) => !holding.has(key),
  );
  const share = Math.max(1, Math.floor(batch / Math.max(1, going.length)));
  let rung = 0;
  for (const connection of going) {
    const marks =
      first.length < page
        ? (seen.get(connection) ?? [])
        : await ports.inbox.pendingOf(connection, inboxShare);
    rung += await ringSome(ports, marks, share);
  }
  return rung;
}

/** Those that have waited longest first: nobody of a connection waits behind its newest for ever. */
async function ringSome(ports: Ports, marks: readonly PendingChunk[], share: number): Promise<number> {
  const now = ports.now();
  const due = marks
    .filter((mark) => mustRing(mark, now))
    .sort((a, b) => Math.max(a.notBefore, a.acceptedAt) - Math.max(b.notBefore, b.acceptedAt))
    .slice(0, share);
  await ringAnew(ports, due, (mark, bell) => rungFor(mark, bell, now));
  return due.length;
}
