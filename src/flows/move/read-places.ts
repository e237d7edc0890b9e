import { noteIssue, placeFields } from '../../core/sync/note-issue';
import type { IssueThere } from '../../contract/link-record';
import { noIssues, type ReadIssues, readOf } from '../../core/jira/issue';
import type { JiraResult } from '../../core/jira/failure';
import type { ReadPorts } from '../ports';
import type { FetchWish } from '../ports-jira';

/** Reads issues together and notes where they are: what Jira shows now is the truth. What it does not show stays as it was. */
export async function readPlaces(
  ports: Pick<ReadPorts, 'jira' | 'now'>,
  issues: readonly IssueThere[],
  wish: Partial<FetchWish> = {},
): Promise<JiraResult<ReadIssues>> {
  const ids = issues.map(({ id }) => id);
  if (ids.length === 0) return { ok: true, value: noIssues() };
  const read = await ports.jira.fetchIssues(ids, { fields: placeFields, ...wish });
  for (const issue of issues) {
    const one = readOf(read, issue.id);
    if (!one.ok) continue;
    if (one.value) noteIssue(issue, one.value, ports.now());
  }
  return read;
}
