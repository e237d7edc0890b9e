/** Every five minutes: picks up what the queue dropped and what has waited long enough. */
import { ringAll } from './accept-findings';
import { groupBy } from '../core/lists';
import type { Ports } from './ports';

/** A bell that rang this recently may still be on its way. */
const graceMs = 2 * 60_000;
const batch = 200;

/** Rings again for chunks that are due. Answers how many. */
export async function sweep(ports: Ports): Promise<number> {
  const now = ports.now();
  const pending = await ports.inbox.listPending(batch);
  const due = pending.filter((chunk) => Math.max(chunk.notBefore, chunk.acceptedAt) + graceMs <= now);
  for (const [connection, chunks] of groupBy(due, (chunk) => chunk.connection))
    await ringAll(
      ports,
      connection,
      chunks.map(({ id }) => id),
    );
  return due.length;
}
