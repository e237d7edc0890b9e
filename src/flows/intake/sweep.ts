/** Every five minutes: picks up what the queue dropped and what has waited long enough. */
import { isHolding } from '../../core/portal/is-holding';
import { ringAll } from './accept-findings';
import { groupBy } from '../../core/data/lists';
import { workDue } from '../due/work-due';
import type { Ports } from '../ports';

/** A bell that rang this recently may still be on its way. */
const graceMs = 2 * 60_000;
const batch = 200;
/** A paused connection may hold many chunks back; those behind them must still be seen. */
const upTo = 5000;

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
  const now = ports.now();
  const connections = await ports.connections.list();
  const holding = new Set(connections.filter(isHolding).map(({ key }) => key));
  const pending = await ports.inbox.listPending(upTo);
  const due = pending
    .filter((chunk) => !holding.has(chunk.connection))
    .filter((chunk) => Math.max(chunk.notBefore, chunk.acceptedAt) + graceMs <= now)
    .slice(0, batch);
  for (const [connection, chunks] of groupBy(due, (chunk) => chunk.connection))
    await ringAll(
      ports,
      connection,
      chunks.map(({ id }) => id),
    );
  return due.length;
}
