/** Bulk fetches. Where one issue makes Jira fail on all that are asked for with it, the others are still read. */
import { route } from '@forge/api';
import { identityKey } from '../../contract/identity';
import { inParallel } from '../../core/data/in-parallel';
import { halves, slices } from '../../core/data/lists';
import type { JiraFailure, JiraResult } from '../../core/jira/failure';
import type { FetchedIssue, ReadIssues } from '../../core/jira/issue';
import type { FetchWish } from '../../flows/ports-jira';
import { type JiraClient, read } from './client';
import { RawIssues, toIssue } from './issue-shape';

const fetchSize = 100;
/** After so many issues that Jira does not even show alone, the rest of a failing bulk is left for another time. */
const aloneAtMost = 8;
/** Jira fails on everything: that is no matter of one issue. */
const aloneForNothing = 2;

interface Progress {
  readonly issues: Map<string, FetchedIssue>;
  readonly unread: Map<string, JiraFailure>;
  answered: boolean;
  alone: number;
}

/** Reads issues, at most 100 a call. Fails as a whole only where Jira shows nothing at all, or wants patience. */
export async function fetchIssues(
  client: JiraClient,
  ids: readonly string[],
  wish: FetchWish,
): Promise<JiraResult<ReadIssues>> {
  const progress: Progress = { issues: new Map(), unread: new Map(), answered: false, alone: 0 };
  const failures: JiraFailure[] = [];
  await inParallel(slices(ids, fetchSize), async (some) => {
    const failure = failures.length > 0 ? undefined : await fetchSome(client, some, wish, progress);
    if (failure) failures.push(failure);
  });
  const [whole] = failures;
  if (whole) return { ok: false, failure: whole };
  const [first] = progress.unread.values();
  if (first && !progress.answered) return { ok: false, failure: first };
  return { ok: true, value: Object.assign(progress.issues, { unread: progress.unread }) };
}

/** Answers why to stop altogether, if so. */
async function fetchSome(
  client: JiraClient,
  ids: readonly string[],
  wish: FetchWish,
  progress: Progress,
): Promise<JiraFailure | undefined> {
  const page = await ask(client, ids, wish);
  if (page.ok) {
    progress.answered = true;
    for (const issue of page.value) progress.issues.set(issue.id, issue);
    return undefined;
  }
  const { failure } = page;
  if (!mayBeOne(failure)) return failure;
  if (ids.length === 1 || progress.alone >= aloneAtMost) {
    const isUnknown = failure.kind === 'unknown' && ids.length === 1;
    for (const id of ids) progress.unread.set(id, isUnknown ? { ...failure, alone: true } : failure);
    progress.alone += 1;
    return !progress.answered && progress.alone >= aloneForNothing ? failure : undefined;
  }
  for (const half of halves(ids)) {
    const stop = await fetchSome(client, half, wish, progress);
    if (stop) return stop;
  }
  return undefined;
}

/** Whether a single issue can be the reason: a refusal of any status may be. A limit or no answer concerns every call. */
function mayBeOne(failure: JiraFailure): boolean {
  return failure.kind === 'refused' || (failure.kind === 'unknown' && failure.status !== undefined);
}

async function ask(
  client: JiraClient,
  ids: readonly string[],
  wish: FetchWish,
): Promise<JiraResult<FetchedIssue[]>> {
  const fields = [...new Set([...wish.fields, 'status', 'resolution', 'project', 'issuetype'])];
  const expand = [...(wish.transitions ? ['transitions'] : []), ...(wish.changelog ? ['changelog'] : [])];
  const answer = await client.call('POST', route`/rest/api/3/issue/bulkfetch`, {
    issueIdsOrKeys: ids,
    fields,
    properties: [identityKey],
    ...(expand.length > 0 ? { expand } : {}),
  });
  const page = read(answer, RawIssues);
  // Who reads is in nobody's way: then a conflict is a failure like any other.
  if (!page.ok && page.failure.kind === 'limited' && page.failure.conflict)
    return { ok: false, failure: { kind: 'unknown', status: 409, detail: 'Jira answered 409' } };
  return page.ok ? { ok: true, value: page.value.issues.map(toIssue) } : page;
}
