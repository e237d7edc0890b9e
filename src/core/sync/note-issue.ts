import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import { canonical } from '../data/hash';
import type { FetchedIssue } from '../jira/issue';
import type { StatusCategory } from '../jira/workflow';

/** What tells where an issue is. */
export const placeFields = ['status', 'resolution', 'project', 'issuetype'];

/** Brings what is remembered of an issue up to what Jira just said: what it shows is there. `now` in ms. */
export function noteIssue(issue: LinkedIssue, fetched: FetchedIssue, now: number): void {
  issue.id = fetched.id;
  issue.key = fetched.key;
  issue.project = fetched.projectId ?? issue.project;
  issue.issueType = fetched.issueTypeId ?? issue.issueType;
  issue.resolution = fetched.resolution?.id;
  delete issue.gone;
  delete issue.missingSince;
  delete issue.deleting;
  delete issue.deletedByApp;
  if (fetched.status) notePlace(issue, fetched.status, now);
}

/**
 * Where the issue is now, and since when it is done: nothing else sets status or category, for one without the other
 * makes a record that contradicts itself. A category that nobody told is unknown until the issue is read.
 */
export function notePlace(
  issue: LinkedIssue,
  status: { id: string; name?: string; category?: StatusCategory },
  now: number,
): void {
  issue.status = status.id;
  issue.statusName = status.name;
  issue.category = status.category;
  issue.doneAt = status.category === 'done' ? (issue.doneAt ?? now) : undefined;
  // Whoever closes it the next time may be a person.
  if (status.category !== 'done') delete issue.closedByProduct;
}

/** One issue of the finding no longer exists; without any, the finding has left Jira. */
export function noteGone(record: LinkRecord, role: Role): void {
  const issue = record.issues[role];
  if (issue) issue.gone = true;
  if (Object.values(record.issues).every(({ gone }) => gone)) record.state = 'deleted';
}

/** A finding that had left Jira is there again with any of its issues. */
export function noteBack(record: LinkRecord): void {
  const isBack = Object.values(record.issues).some(({ gone }) => !gone);
  if (record.state === 'deleted' && isBack) record.state = 'synced';
}

/**
 * Further issues of the product team's project that people linked to the security issue: closing may have to wait for
 * them. Answers whether that is news.
 */
export function noteFurther({ issues }: LinkRecord, found: ReadonlyMap<string, FetchedIssue>): boolean {
  const { product, security } = issues;
  const linked = found.get(security?.id ?? '')?.linked;
  if (!security || product?.key === undefined || !linked) return false;
  const project = projectOf(product.key);
  const further = linked
    .filter(({ id, key }) => id !== product.id && projectOf(key) === project)
    .map(({ id, done }) => ({ id, done }));
  if (canonical(further) === canonical(security.further ?? [])) return false;
  security.further = further.length > 0 ? further : undefined;
  return true;
}

function projectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}
