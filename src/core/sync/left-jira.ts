/** A finding leaves Jira with the last of its issues, and is back with any of them. */
import type { LinkRecord } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import { gone } from './issue-states';
import { issueMade } from './issues';
import { isContested } from './rivals';

/**
 * One issue of the finding no longer exists; without any, the finding has left Jira. `missingSince` (ms): that is so as
 * far as can be told.
 */
export function noteGone(record: LinkRecord, role: Role, missingSince?: number): void {
  const issue = issueMade(record, role);
  if (issue) record.issues[role] = gone(issue, missingSince);
  const isLast = Object.values(record.issues).every(({ state }) => state === 'gone');
  if (isLast && !isContested(record)) record.state = 'deleted';
}

/** A finding that had left Jira is there again with any of its issues. */
export function noteBack(record: LinkRecord): void {
  const isBack = Object.values(record.issues).some(({ state }) => state !== 'gone');
  if (record.state === 'deleted' && isBack) record.state = 'synced';
}
