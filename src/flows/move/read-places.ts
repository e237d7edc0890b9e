import { noteIssue, placeFields } from '../../core/sync/note-issue';
import type { LinkedIssue } from '../../contract/link-record';
import type { FetchedIssue } from '../../core/jira/issue';
import type { JiraResult } from '../../core/jira/failure';
import type { Ports } from '../ports';
import type { FetchWish } from '../ports-jira';

/** Reads issues together and notes where they are: what Jira shows now is the truth. What it does not show is gone. */
export async function readPlaces(
  ports: Pick<Ports, 'jira' | 'now'>,
  issues: readonly LinkedIssue[],
  wish: Partial<FetchWish> = {},
): Promise<JiraResult<ReadonlyMap<string, FetchedIssue>>> {
  const ids = issues.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return { ok: true, value: new Map() };
  const read = await ports.jira.fetchIssues(ids, { fields: placeFields, ...wish });
  for (const issue of read.ok ? issues : []) {
    const fetched = read.ok ? read.value.get(issue.id ?? '') : undefined;
    if (fetched) noteIssue(issue, fetched, ports.now());
    else issue.gone = true;
  }
  return read;
}
