/** Steps that are late, of many findings: one shared read of their issues, then what each step says. */
import type { IssueThere } from '../../contract/link-record';
import { inParallel } from '../../core/data/in-parallel';
import { partOf } from '../../core/data/part-of';
import { consequenceOf } from '../../core/jira/failure';
import { type ReadIssues, readOf } from '../../core/jira/issue';
import type { Calendar } from '../../core/sla/calendar';
import { takenOf } from '../../core/sla/steps';
import { issueThere } from '../../core/sync/issues';
import { type Errand, isFree, mayBegin, type Pass } from '../records/errand';
import { noteRaises, type Ready } from './note-raises';
import { giveBackSteps, type Late, withinCap } from './spread-steps';
import { takeStep, type Target } from './take-step';

const hourMs = 60 * 60_000;
const stepFields = ['comment', 'priority', 'assignee'];

/** Findings without an issue yet, and those whose issue is done already, are looked at again later. */
export async function takeLate(pass: Pass, calendar: Calendar, late: readonly Late[]): Promise<void> {
  const { ports } = pass;
  const chosen = await withinCap(
    ports,
    late.filter(({ errand }) => hasIssue(pass, errand)),
  );
  if (chosen.length === 0) return;
  const counted = chosen.reduce((sum, { steps }) => sum + steps.length, 0);
  let taken = 0;
  const self = await ports.jira.self();
  const ready = self.ok ? await readTargets(pass, chosen) : [];
  if (self.ok) {
    const open = ready.filter((one) => isOpen(pass, calendar, one));
    await noteRaises(pass, open);
    await inParallel(open, async (one) => {
      // Added once it is known: others add to it meanwhile.
      const steps = await takeSteps(pass, one, self.value);
      taken += steps;
    });
  } else for (const { errand } of chosen) errand.problem = consequenceOf(self.failure, 'reading');
  await giveBackSteps(ports, counted - taken);
}

/** The product team's issue, else the security team's, is where people are called. */
function speakingOf({ record }: Errand): IssueThere | undefined {
  return issueThere(record, 'product') ?? issueThere(record, 'security');
}

function hasIssue({ ports }: Pass, errand: Errand): boolean {
  const has = speakingOf(errand) !== undefined;
  if (!has) errand.notBefore = ports.now() + hourMs;
  return has;
}

async function readTargets({ ports }: Pass, chosen: readonly Late[]): Promise<Ready[]> {
  const ids = chosen.flatMap(({ errand }) => issuesOf(errand).map(({ id }) => id));
  const read = await ports.jira.fetchIssues(ids, { fields: stepFields });
  if (!read.ok) {
    for (const { errand } of chosen) errand.problem = consequenceOf(read.failure, 'reading');
    return [];
  }
  return chosen.flatMap((one) => {
    const targets = targetsOf(one.errand, read.value);
    return isFree(one.errand) && targets.length > 0 ? [{ ...one, targets }] : [];
  });
}

function issuesOf({ record }: Errand): IssueThere[] {
  return (['product', 'security'] as const).flatMap((role) => issueThere(record, role) ?? []);
}

/** Issues that Jira shows; the others wait. */
function targetsOf(errand: Errand, read: ReadIssues): Target[] {
  const speaking = speakingOf(errand);
  return issuesOf(errand).flatMap((issue) => {
    const one = readOf({ ok: true, value: read }, issue.id);
    if (!one.ok) errand.problem = consequenceOf(one.failure, 'reading');
    else if (!one.value) errand.hidden.add(issue);
    else return [{ issue, shown: one.value, speaks: issue === speaking }];
    return [];
  });
}

/** Nobody is pressed about an issue that is done, whatever the portal has not noticed yet: tomorrow it is looked at again. */
function isOpen({ ports }: Pass, calendar: Calendar, { errand, targets }: Ready): boolean {
  const speaking = targets.find(({ speaks }) => speaks);
  if (speaking && speaking.shown.status?.category !== 'done') return true;
  const tomorrow = calendar.plus(calendar.dateAt(ports.now()), 1, 'calendar');
  if (speaking) errand.notBefore = calendar.startOf(tomorrow);
  return false;
}

/** Answers how many steps were taken. One that is not leaves the rest to be done. */
async function takeSteps(pass: Pass, { errand, steps, targets }: Ready, self: string): Promise<number> {
  let taken = 0;
  for (const coming of steps) {
    if (!mayBegin(pass, errand)) break;
    const { step, due } = coming;
    const isMoot = step.clock === 'assign' && isAssigned(errand, targets);
    const problem = isMoot ? undefined : await takeStep(pass.ports, errand, coming, targets, self);
    if (problem) {
      errand.problem = problem;
      break;
    }
    const { severity } = errand.record.facts;
    noteTaken(errand, step.id, isMoot ? { due, severity, clock: step.clock } : takenOf(step, due, severity));
    if (!isMoot) taken += 1;
  }
  return taken;
}

function isAssigned({ record }: Errand, targets: readonly Target[]): boolean {
  const speaking = targets.find(({ speaks }) => speaks);
  const assignee = partOf(speaking?.shown.fields, 'assignee');
  return (assignee !== undefined && assignee !== null) || record.facts.status === 'assigned';
}

function noteTaken({ record }: Errand, id: string, taken: ReturnType<typeof takenOf>): void {
  const { raising, ...sla } = record.sla ?? {};
  const left = Object.entries(raising ?? {}).filter(([step]) => step !== id);
  record.sla = {
    ...sla,
    ...(left.length > 0 ? { raising: Object.fromEntries(left) } : {}),
    taken: { ...sla.taken, [id]: taken },
  };
}
