/** How a comment of the portal stands, as its receipt says. */
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { FindingState } from '../../contract/portal-api';
import type { PortalEntry } from '../../contract/stored/threads';

export interface CommentState {
  readonly state: FindingState;
  readonly reason?: Reason | undefined;
}

/** `isWaiting`: it still lies in the inbox. `isOff`: no comment of the portal goes into Jira. */
export function commentState(
  entry: PortalEntry | undefined,
  record: LinkRecord | undefined,
  { isWaiting, isOff }: { readonly isWaiting: boolean; readonly isOff: boolean },
): CommentState {
  if (isWaiting) return { state: 'pending', ...(record ? {} : { reason: { code: 'commentBeforeFinding' } }) };
  if (!entry) return { state: 'skipped', reason: { code: isOff ? 'commentsOff' : 'commentOfUnknown' } };
  if (entry.held) return { state: 'held', reason: entry.held.reason };
  if (entry.waits) return stateWithout(record);
  if (entry.deleted) return { state: 'deleted' };
  return entry.copies.length > 0
    ? { state: 'synced' }
    : { state: 'skipped', reason: { code: 'commentNoIssue' } };
}

/** It waits for an issue of its finding, or for its turn. */
function stateWithout(record: LinkRecord | undefined): CommentState {
  if (record?.state === 'skipped' || record?.state === 'deleted' || record?.state === 'held')
    return {
      state: record.state === 'deleted' ? 'skipped' : record.state,
      reason: record.reason ?? { code: 'commentNoIssue' },
    };
  return { state: 'pending' };
}
