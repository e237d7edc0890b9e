/** Retries all that causes hold up, page by page; what an admin's call has no room for goes on by bell. */
import { readHeldReport } from '../../core/portal/held-report';
import { isOfNoFinding } from '../../core/sync/app-failure';
import { ruleOfTurn } from '../../core/sync/turn';
import type { Ports } from '../ports';
import { forgetCause } from '../records/held-causes';
import { confirmReport } from './confirm-report';
import { mayRetry, retryRows } from './retry-rows';

/** Each finding is read, written and sent again: an admin's call takes so many at once, and the bell as many as time allows. */
const findingsACall = 50;

/** Retries what one cause, or every cause, holds up, but not what waits its turn unless it is asked for; answers how many findings so far, and whether more follow. */
export async function retryHeld(
  ports: Ports,
  cause: string | undefined,
): Promise<{ readonly retried: number; readonly more: boolean }> {
  const causes = cause === undefined ? await causesToTry(ports) : [cause];
  const [first, ...rest] = causes;
  if (first === undefined) return { retried: 0, more: false };
  const { retried, next } = await retryPage(ports, first, undefined, findingsACall);
  if (next !== undefined) await ports.bells.ringRetry(first, next);
  for (const one of rest) await ports.bells.ringRetry(one);
  return { retried, more: next !== undefined || rest.length > 0 };
}

async function causesToTry(ports: Ports): Promise<string[]> {
  const all = (await ports.causes.list()).map(({ cause }) => cause);
  // What is about no finding would only vanish from the list, unseen; a report has its answer.
  const isLost = (cause: string) => isOfNoFinding(cause) && !readHeldReport(cause);
  return all.filter((cause) => ruleOfTurn(cause) === undefined && !isLost(cause));
}

/** Goes on from a page of a cause until a moment (ms), and then by another bell. */
export async function retryCause(ports: Ports, cause: string, until: number, from?: string): Promise<void> {
  let cursor = from;
  do {
    if (ports.now() >= until) return ports.bells.ringRetry(cause, cursor);
    cursor = (await retryPage(ports, cause, cursor)).next;
  } while (cursor !== undefined);
}

/** A cause that holds nothing up any more is forgotten. */
async function retryPage(
  ports: Ports,
  cause: string,
  cursor: string | undefined,
  limit?: number,
): Promise<{ readonly retried: number; readonly next?: string | undefined }> {
  if (readHeldReport(cause)) return { retried: await confirmReport(ports, cause) };
  const { records, next } = await ports.links.heldPage(cause, cursor, limit);
  if (records.length === 0 && next === undefined && cursor === undefined) await forgetCause(ports, cause);
  const held = records.filter(({ record }) => record.state === 'held' && mayRetry(record));
  await retryRows(ports, held, cause);
  return { retried: held.length, next };
}
