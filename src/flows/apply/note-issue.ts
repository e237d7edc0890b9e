import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import type { FetchedIssue } from '../ports';

/** Brings what is remembered of an issue up to what Jira just said. `now` in ms. */
export function noteIssue(issue: LinkedIssue, fetched: FetchedIssue, now: number): void {
  issue.id = fetched.id;
  issue.key = fetched.key;
  issue.project = fetched.projectId ?? issue.project;
  issue.issueType = fetched.issueTypeId ?? issue.issueType;
  issue.resolution = fetched.resolution?.id;
  if (fetched.status) notePlace(issue, fetched.status, now);
}

/** Where the issue is now, and since when it is done. */
export function notePlace(
  issue: LinkedIssue,
  status: { id: string; category: NonNullable<LinkedIssue['category']> },
  now: number,
): void {
  issue.status = status.id;
  issue.category = status.category;
  issue.doneAt = status.category === 'done' ? (issue.doneAt ?? now) : undefined;
}

/** One issue of the finding no longer exists; without any, the finding has left Jira. */
export function noteGone(record: LinkRecord, role: Role): void {
  const issue = record.issues[role];
  if (issue) issue.gone = true;
  if (Object.values(record.issues).every(({ gone }) => gone)) record.state = 'deleted';
}
