/** Retries all that causes hold up, page by page; what an admin's call has no time for goes on by bell. */
import type { Ports } from '../ports';
import { mayRetry, retryRows } from './retry-rows';

/** A call of a page ends after 25 seconds. */
const workMs = 10_000;

/** Retries what one cause, or every cause, holds up; answers how many findings so far. */
export async function retryHeld(ports: Ports, cause: string | undefined): Promise<number> {
  const causes = cause === undefined ? (await ports.causes.list()).map((one) => one.cause) : [cause];
  const until = ports.now() + workMs;
  let retried = 0;
  for (const one of causes) retried += await retryCause(ports, one, until);
  return retried;
}

/** Goes on from a page of a cause. A cause that holds nothing up any more is forgotten. */
export async function retryCause(ports: Ports, cause: string, until: number, from?: string): Promise<number> {
  let retried = 0;
  let cursor = from;
  do {
    if (ports.now() >= until) {
      await ports.bells.ringRetry(cause, cursor);
      return retried;
    }
    const { records, next } = await ports.links.heldPage(cause, cursor);
    if (records.length === 0 && next === undefined && cursor === undefined) await ports.causes.remove(cause);
    const held = records.filter(({ record }) => record.state === 'held' && mayRetry(record));
    await retryRows(ports, cause, held);
    retried += held.length;
    cursor = next;
  } while (cursor !== undefined);
  return retried;
}
