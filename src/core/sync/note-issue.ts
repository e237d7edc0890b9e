import type { IssueThere, LinkRecord, MadeIssue } from '../../contract/link-record';
import { canonical } from '../data/hash';
import type { FetchedIssue } from '../jira/issue';
import type { StatusCategory } from '../jira/workflow';
import { issueMade } from './issues';

/** What tells where an issue is. */
export const placeFields = ['status', 'resolution', 'project', 'issuetype'];

/** Brings what is remembered of an issue up to what Jira just said: what it shows is there. `now` in ms. */
export function noteIssue(issue: IssueThere, fetched: FetchedIssue, now: number): void {
  issue.id = fetched.id;
  issue.key = fetched.key;
  issue.project = fetched.projectId ?? issue.project;
  issue.issueType = fetched.issueTypeId ?? issue.issueType;
  noteResolution(issue, { id: fetched.resolution?.id, words: fetched.resolution?.name });
  delete issue.missingSince;
  delete issue.deleting;
  delete issue.deletedByApp;
  if (fetched.status) notePlace(issue, fetched.status, now);
}

/** How the issue was resolved, if it is. */
export function noteResolution(
  issue: IssueThere,
  { id, words }: { readonly id?: string | null | undefined; readonly words?: string | null | undefined },
): void {
  issue.resolution = id ?? undefined;
  issue.resolutionName = words ?? undefined;
}

/**
 * Where the issue is now, and since when it is done: nothing else sets status or category, for one without the other
 * makes a record that contradicts itself. A category that nobody told is unknown until the issue is read.
 */
export function notePlace(
  issue: IssueThere,
  status: { id: string; name?: string; category?: StatusCategory },
  now: number,
): void {
  if (issue.status !== undefined && issue.status !== status.id) issue.placeAt = now;
  issue.status = status.id;
  issue.statusName = status.name;
  issue.category = status.category;
  issue.doneAt = status.category === 'done' ? (issue.doneAt ?? now) : undefined;
  // Whoever closes it the next time may be a person.
  if (status.category !== 'done') delete issue.closedByProduct;
}

/** Whether a move may be older than what is known of the issue's place. `at`: when it happened (ms); `from`: the status before. */
export function isLate(
  { placeAt, status }: MadeIssue,
  at: number | undefined,
  from: string | null | undefined,
): boolean {
  if (at === undefined || placeAt === undefined) return false;
  return at < placeAt || (at === placeAt && from !== status);
}

/**
 * Further issues of the product team's project that people linked to the security issue: closing may have to wait for
 * them. Answers whether that is news.
 */
export function noteFurther(record: LinkRecord, found: ReadonlyMap<string, FetchedIssue>): boolean {
  const [product, security] = [issueMade(record, 'product'), issueMade(record, 'security')];
  const linked = security && found.get(security.id)?.linked;
  if (!product || !linked) return false;
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
