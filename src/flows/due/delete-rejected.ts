/** Issues of rejected findings, once their grace is over. Nothing that people worked on is deleted. */
import { inParallel } from '../../core/data/in-parallel';
import { groupBy } from '../../core/data/lists';
import type { LinkRecord } from '../../contract/link-record';
import {
  closesInstead,
  type ExistingIssue,
  existingIssues,
  mayStillDelete,
  sparedFor,
  traceFields,
} from '../../core/sync/deleting';
import { deleted } from '../../core/sync/issue-states';
import { awaitsNews } from '../../core/sync/plan';
import type { Ports } from '../ports';
import { type Consequence, consequenceOf, type JiraResult } from '../../core/jira/failure';
import { issueProblem } from '../../core/sync/hidden';
import { did, type Errand, isFree, mayBegin, type Pass } from '../records/errand';
import { type FetchedIssue, readOf } from '../../core/jira/issue';

const hourMs = 60 * 60_000;

/** Deletes up to the cap of this hour; what is above it waits for the next hour. One read for all, one call each. */
export async function deleteRejected(pass: Pass, errands: readonly Errand[]): Promise<void> {
  if (errands.length === 0) return;
  const { counters } = pass.ports;
  const hour = Math.floor(pass.ports.now() / hourMs);
  // Taken before anything is read or deleted: a pass that dies has rather deleted too little than too much.
  const name = `deleted:${String(hour)}`;
  const cap = pass.settings.deleting.hourlyCap;
  const allowed = await counters.take(name, issuesOf(errands), cap);
  const chosen = withinCap(errands, allowed, cap, (hour + 1) * hourMs);
  const used = chosen.length > 0 ? await deleteChosen(pass, chosen, allowed, (hour + 1) * hourMs) : 0;
  await counters.giveBack(name, allowed - used);
}

function issuesOf(errands: readonly Errand[]): number {
  return errands.reduce((sum, { record }) => sum + deletable(record).length, 0);
}

/** Those whose turn it is; the others wait for the hours in which theirs comes, and cost nothing until then. */
function withinCap(errands: readonly Errand[], allowed: number, cap: number, nextHour: number): Errand[] {
  let taken = 0;
  return errands.filter((errand) => {
    const before = taken;
    taken += deletable(errand.record).length;
    const isNow = before < allowed || taken === before;
    if (!isNow) errand.notBefore = nextHour + Math.floor((before - allowed) / Math.max(1, cap)) * hourMs;
    return isNow;
  });
}

/** Answers how many issues may be gone. */
async function deleteChosen(
  pass: Pass,
  errands: readonly Errand[],
  allowed: number,
  nextHour: number,
): Promise<number> {
  const { jira } = pass.ports;
  const ids = errands.flatMap(({ record }) => deletable(record).map(({ issue }) => issue.id));
  const self = await jira.self();
  const read = await jira.fetchIssues(ids, { fields: traceFields, changelog: true });
  if (!self.ok || !read.ok) {
    for (const errand of errands) errand.problem = problemOf(self.ok ? read : self);
    return 0;
  }
  for (const errand of errands)
    for (const { issue } of deletable(errand.record)) errand.problem ??= problemOf(readOf(read, issue.id));
  const doomed = errands.filter(isFree).flatMap((errand) => doom(pass, errand, read.value, self.value));
  return deleteIssues(pass, doomed, allowed, nextHour);
}

function deletable(record: LinkRecord): ExistingIssue[] {
  return existingIssues(record).filter(({ issue }) => !issue.adopted);
}

interface Doomed extends ExistingIssue {
  readonly errand: Errand;
}

/** What is to be deleted of an errand. What is not there is noted, and what people worked on is closed instead. */
function doom(
  { ports, settings }: Pass,
  errand: Errand,
  read: ReadonlyMap<string, FetchedIssue>,
  self: string,
): Doomed[] {
  if (!mayStillDelete(errand.record, settings)) {
    if (closesInstead(errand.record, settings)) closeInstead(ports, errand);
    return [];
  }
  return deletable(errand.record).flatMap(({ role, issue }) => {
    const fetched = read.get(issue.id);
    if (!fetched) noteAbsent({ errand, role, issue }, ports.now());
    else if (sparedFor(issue, fetched, settings.deleting, self) !== undefined) {
      issue.spared = true;
      closeInstead(ports, errand);
    } else return [{ errand, role, issue }];
    return [];
  });
}

/** What was not brought up to date because it was to be deleted is applied now; the rest is only closed. */
function closeInstead(ports: Pick<Ports, 'now'>, errand: Errand): void {
  const { held, group, todo } = errand.record;
  const isKept = held !== undefined || (group !== undefined && group.members.length > 0);
  if (isKept && awaitsNews(errand.record)) errand.appliesAgain = true;
  else errand.record.todo = { ...todo, close: ports.now() };
}

/** Deletes as many as are allowed, many findings at once; answers how many may be gone. */
async function deleteIssues(
  pass: Pass,
  doomed: readonly Doomed[],
  allowed: number,
  nextHour: number,
): Promise<number> {
  const byErrand = [...groupBy(doomed.slice(0, allowed), ({ errand }) => errand).values()];
  let used = 0;
  await inParallel(byErrand, async (some) => {
    for (const one of some) if (await deleteOne(pass, one)) used += 1;
  });
  for (const { errand } of doomed.slice(allowed)) errand.notBefore ??= nextHour;
  return used;
}

/** Answers whether the issue may be gone by it. */
async function deleteOne(pass: Pass, { errand, role, issue }: Doomed): Promise<boolean> {
  if (!mayBegin(pass, errand)) return false;
  const answer = await pass.ports.jira.deleteIssue(issue.id);
  if (answer.ok) {
    errand.record.issues[role] = deleted(issue);
    did(errand, 'deleted', issue, 'app');
    return true;
  }
  const isUnclear = answer.failure.kind === 'unknown';
  if (isUnclear) issue.deleting = true;
  errand.problem = issueProblem(answer.failure, issue, 'deleting');
  return isUnclear;
}

/** What the app itself may just have deleted is gone, though it is looked for; what it did not is only not shown. */
function noteAbsent({ errand: { record, hidden }, role, issue }: Doomed, now: number): void {
  if (issue.deleting) record.issues[role] = deleted(issue, now);
  else hidden.add(issue);
}

function problemOf(read: JiraResult<unknown>): Consequence | undefined {
  return read.ok ? undefined : consequenceOf(read.failure, 'reading');
}
