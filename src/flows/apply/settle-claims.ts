/** Creates whose outcome is unknown: find the issue they made, or learn that there is none. */
import type { Claim, ClaimedIssue } from '../../contract/link-record';
import { Identity } from '../../contract/identity';
import { type Role, roles } from '../../contract/settings';
import { inParallel } from '../../core/data/in-parallel';
import { groupBy } from '../../core/data/lists';
import { nextClaimStep, searchDelays } from '../../core/sync/claim';
import { withoutDoubt } from '../../core/sync/create-doubt';
import { type Consequence, consequenceOf, type JiraResult } from '../../core/jira/failure';
import type { Ports } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';
import { became, type Claimant, withIssue, withProblem } from './job';
import { ownIssue } from '../records/own-issue';
import { claimed, found } from '../../core/sync/issue-states';

/** When to look again in a project that the app may not read. */
const unreadableMs = 15 * 60_000;

interface Outstanding extends Pick<ClaimedIssue, 'claim' | 'project'> {
  readonly job: Claimant;
  readonly role: Role;
}

/** What is known of a claim after searching: its issue, a problem of the search, or whether there was a search at all. */
type Looked =
  | { readonly one: Outstanding; readonly issue: FetchedIssue }
  | { readonly one: Outstanding; readonly problem: Consequence }
  | { readonly one: Outstanding; readonly searched: boolean };

/**
 * Adopts the orphans of earlier passes. One search per claim; an issue is taken only if it carries this very claim
 * for this very finding and the app itself created it. Afterwards a role without an issue entry may be created.
 */
export async function settleClaims<Of extends Claimant>(
  ports: Ports,
  claimants: readonly Of[],
): Promise<Of[]> {
  const now = ports.now();
  const byClaim = groupBy(claimants.flatMap(outstandingOf), ({ claim }) => claim.id);
  const looked = new Map<string, Looked[]>();
  await inParallel([...byClaim], async ([claim, group]) => {
    looked.set(claim, await lookFor(ports, claim, group, now));
  });
  const all = [...byClaim.keys()].flatMap((claim) => looked.get(claim) ?? []);
  const byJob = groupBy(all, ({ one }) => one.job.key);
  return claimants.map((job) =>
    (byJob.get(job.key) ?? []).reduce((after, each) => settled(after, each, now), job),
  );
}

function outstandingOf(job: Claimant): Outstanding[] {
  return roles.flatMap((role) => {
    const issue = job.record.issues[role];
    return issue?.state === 'claimed' ? [{ job, role, ...issue }] : [];
  });
}

async function lookFor(
  ports: Ports,
  claim: string,
  group: readonly Outstanding[],
  now: number,
): Promise<Looked[]> {
  const due = group.filter((one) => nextClaimStep(one.claim, now).kind === 'search');
  const orphans = due.length > 0 ? await search(ports, claim, due) : noOrphans;
  if (!orphans.ok) {
    const problem = consequenceOf(orphans.failure, 'looking');
    // The others go on waiting for their own time.
    return group.map((one) => (due.includes(one) ? { one, problem } : { one, searched: false }));
  }
  const missing = due.filter((one) => !orphans.value.has(one));
  const readable = await readableOf(ports, missing);
  return group.map((one) => {
    const issue = orphans.value.get(one);
    return issue ? { one, issue } : { one, searched: missing.includes(one) && readable.has(one.project) };
  });
}

/** That a search finds nothing in a project which the app may not read now says nothing. */
async function readableOf(ports: Ports, missing: readonly Outstanding[]): Promise<ReadonlySet<string>> {
  const readable = new Set(['']);
  for (const project of new Set(missing.map(({ project }) => project))) {
    const held = project === '' ? undefined : await ports.catalogue.permissions(project, ['BROWSE_PROJECTS']);
    if (held?.ok && held.value.has('BROWSE_PROJECTS')) readable.add(project);
  }
  return readable;
}

function settled<Of extends Claimant>(job: Of, looked: Looked, now: number): Of {
  const { role, claim, project } = looked.one;
  if ('problem' in looked) return withProblem(job, looked.problem);
  if ('issue' in looked) {
    const adopted = withIssue(job, role, found(looked.issue, { project, claim }, now));
    const doubts = withoutDoubt(job.record.doubts, role);
    return became({ ...adopted, record: { ...adopted.record, doubts } }, 'adopted', role);
  }
  const next: Claim = looked.searched ? { ...claim, searches: claim.searches + 1 } : claim;
  const step = nextClaimStep(next, now);
  if (step.kind === 'create') return withIssue(job, role, undefined);
  const until = step.kind === 'wait' ? step.until : now + (looked.searched ? searchDelays[0] : unreadableMs);
  return withProblem(withIssue(job, role, claimed(next, project)), {
    kind: 'later',
    after: Math.ceil((until - now) / 1000),
    reason: { code: 'createUnclear' },
  });
}

type Orphans = ReadonlyMap<Outstanding, FetchedIssue>;
const noOrphans: JiraResult<Orphans> = { ok: true, value: new Map() };

async function search(
  ports: Ports,
  claim: string,
  due: readonly Outstanding[],
): Promise<JiraResult<Orphans>> {
  const self = await ports.jira.self();
  if (!self.ok) return self;
  const answer = await ports.jira.findByClaim(claim);
  if (!answer.ok) return answer;
  const orphans = new Map<Outstanding, FetchedIssue>();
  for (const one of due) {
    const issue = answer.value.find((each) => isTheirs(one, each, self.value));
    // Another finding may have adopted it meanwhile.
    if (issue && (await ownIssue(ports, issue.id, one.job.key)).isOwn) orphans.set(one, issue);
  }
  return { ok: true, value: orphans };
}

function isTheirs({ job, role, claim }: Outstanding, issue: FetchedIssue, self: string): boolean {
  const identity = Identity.safeParse(issue.identity);
  return (
    identity.success &&
    issue.creator === self &&
    identity.data.claim === claim.id &&
    identity.data.id === job.record.findingId &&
    identity.data.role === role
  );
}
