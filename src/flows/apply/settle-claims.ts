/** Creates whose outcome is unknown: find the issue they made, or learn that there is none. */
import type { Claim, ClaimedIssue } from '../../contract/link-record';
import { Identity } from '../../contract/identity';
import { type Role, roles } from '../../contract/settings';
import { inParallel } from '../../core/data/in-parallel';
import { nextClaimStep, searchDelays } from '../../core/sync/claim';
import { withoutDoubt } from '../../core/sync/create-doubt';
import { consequenceOf, type JiraResult } from '../../core/jira/failure';
import type { Ports } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';
import { became, type Claimant, forgetIssue } from './job';
import { ownIssue } from '../records/own-issue';
import { claimed, found } from '../../core/sync/issue-states';

/** When to look again in a project that the app may not read. */
const unreadableMs = 15 * 60_000;

interface Outstanding extends Pick<ClaimedIssue, 'claim' | 'project'> {
  readonly job: Claimant;
  readonly role: Role;
}

/**
 * Adopts the orphans of earlier passes. One search per claim; an issue is taken only if it carries this very claim
 * for this very finding and the app itself created it. Afterwards a role without an issue entry may be created.
 */
export async function settleClaims(ports: Ports, claimants: readonly Claimant[]): Promise<void> {
  const byClaim = new Map<string, Outstanding[]>();
  for (const one of claimants.flatMap(outstandingOf))
    byClaim.set(one.claim.id, [...(byClaim.get(one.claim.id) ?? []), one]);
  await inParallel([...byClaim], ([claim, group]) => settleGroup(ports, claim, group));
}

function outstandingOf(job: Claimant): Outstanding[] {
  return roles.flatMap((role) => {
    const issue = job.record.issues[role];
    return issue?.state === 'claimed' ? [{ job, role, ...issue }] : [];
  });
}

async function settleGroup(ports: Ports, claim: string, group: readonly Outstanding[]): Promise<void> {
  const now = ports.now();
  const due = group.filter((one) => nextClaimStep(one.claim, now).kind === 'search');
  const orphans = due.length > 0 ? await search(ports, claim, due) : new Map<Outstanding, FetchedIssue>();
  if (!orphans) return;
  const missing = due.filter((one) => !orphans.has(one));
  const readable = await readableOf(ports, missing);
  for (const one of group) {
    const searched = missing.includes(one) ? readable.has(one.project) : due.includes(one);
    settleOne(one, searched, orphans.get(one), now);
  }
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

function settleOne(one: Outstanding, searched: boolean, issue: FetchedIssue | undefined, now: number): void {
  const { job, role, claim, project } = one;
  if (issue) {
    job.record.issues[role] = found(issue, { project, claim }, now);
    job.record.doubts = withoutDoubt(job.record.doubts, role);
    became(job, 'adopted', role);
    return;
  }
  const next: Claim = searched ? { ...claim, searches: claim.searches + 1 } : claim;
  const step = nextClaimStep(next, now);
  if (step.kind === 'create') {
    forgetIssue(job, role);
    return;
  }
  job.record.issues[role] = claimed(next, project);
  const until = step.kind === 'wait' ? step.until : now + (searched ? searchDelays[0] : unreadableMs);
  job.problems.push({
    kind: 'later',
    after: Math.ceil((until - now) / 1000),
    reason: { code: 'createUnclear' },
  });
}

async function search(
  ports: Ports,
  claim: string,
  due: readonly Outstanding[],
): Promise<Map<Outstanding, FetchedIssue> | undefined> {
  const self = await ports.jira.self();
  const found: JiraResult<FetchedIssue[]> = self.ok ? await ports.jira.findByClaim(claim) : self;
  if (!found.ok || !self.ok) {
    if (found.ok) return undefined;
    for (const one of due) one.job.problems.push(consequenceOf(found.failure, 'looking'));
    return undefined;
  }
  const orphans = new Map<Outstanding, FetchedIssue>();
  for (const one of due) {
    const issue = found.value.find((each) => isTheirs(one, each, self.value));
    // Another finding may have adopted it meanwhile.
    if (issue && (await ownIssue(ports, issue.id, one.job.key)).isOwn) orphans.set(one, issue);
  }
  return orphans;
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
