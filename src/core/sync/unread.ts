/** Issues that Jira fails to show or to change although it does so with others: tried ever more rarely, then held up. */
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { Consequence } from '../jira/failure';

/** How long to wait after each failure in a row, in seconds; after the last one an admin is told. */
const waits = [60, 120, 240, 480, 900, 900] as const;

/** So often in a row a limit of the rate is waited for as long as Jira says: only then it may be about this one issue. */
const limitsAllowed = 20;

/**
 * What follows from a problem, once it is known how often Jira failed so before; that is counted in the record. Where
 * nothing of the kind stands in the way any more, the count is forgotten.
 */
export function withPatience(
  record: Pick<LinkRecord, 'unread'>,
  problem: Consequence | undefined,
): Consequence | undefined {
  if (problem?.kind !== 'later' || !problem.alone) {
    delete record.unread;
    return problem;
  }
  const times = (record.unread ?? 0) + 1;
  record.unread = times;
  const allowed = problem.limited ? limitsAllowed : 0;
  if (times <= allowed) return problem;
  const after = waits[times - 1 - allowed];
  if (after !== undefined) return { ...problem, after: times === 1 ? Math.min(problem.after, after) : after };
  const detail = detailOf(problem.reason);
  return { kind: 'held', cause: `never-read|${detail}`, reason: { code: 'readNeverClear', detail } };
}

function detailOf(reason: Reason): string {
  if (reason.code === 'unclearAnswer') return reason.detail;
  return reason.code === 'rateLimited' ? reason.limit : '';
}
