/** Rules that make issues of so many findings a day: what is beyond waits its turn, and nothing is created for it. */
import { type Rule, roles, type SettingsDocument } from '../../contract/settings';
import { mark } from '../../core/data/hash';
import { groupBy } from '../../core/data/lists';
import { ruleOf } from '../../core/settings/spaces';
import { giveBack, placesLeft, takePlaces, type Waiting } from '../../core/sync/day-quota';
import { waitsForTurn } from '../../core/sync/turn';
import type { Ports } from '../ports';
import type { Job } from './job';

/** The jobs that took a place, by the id of the rule. */
export type Places = ReadonlyMap<string, readonly Job[]>;

/** Before the claims: takes places for findings that are to get their first issue. A retry by hand needs none. */
export async function keepToCaps(
  ports: Ports,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<Places> {
  const places = new Map<string, readonly Job[]>();
  for (const [rule, some] of groupBy(jobs.filter(isFirst), ({ record }) => ruleOf(settings, record.rule))) {
    const perDay = rule?.then.cap?.perDay;
    if (!rule || perDay === undefined) continue;
    const counted = some.filter(({ record }) => record.turn?.now !== true);
    if (counted.length > 0) places.set(rule.id, await takeFor(ports, rule, perDay, counted));
  }
  return places;
}

function isFirst({ works, record }: Job): boolean {
  return (
    works.some(({ plan }) => plan.kind === 'create') &&
    roles.every((role) => record.issues[role] === undefined)
  );
}

async function takeFor(ports: Ports, rule: Rule, perDay: number, jobs: readonly Job[]): Promise<Job[]> {
  const now = ports.now();
  const wanted = jobs.map((job) => waitingOf(job, now));
  let granted: ReadonlySet<string> = new Set();
  const quota = await ports.quotas.change(rule.id, (before) => {
    const taken = takePlaces(before, wanted, perDay, now);
    granted = taken.granted;
    return taken.quota;
  });
  const refused = jobs.filter(({ key }) => !granted.has(mark(key)));
  for (const job of refused) refuse(job, rule, perDay, now);
  // A new day has begun, and nobody has looked yet whose turn it is.
  if (refused.length > 0 && placesLeft(quota, perDay, now) > 0) await ports.bells.ringHeal('probe');
  return jobs.filter(({ key }) => granted.has(mark(key)));
}

function waitingOf({ key, finding, record }: Job, now: number): Waiting {
  return { mark: mark(key), severity: finding.severity, since: record.turn?.since ?? now };
}

function refuse(job: Job, rule: Rule, perDay: number, now: number): void {
  for (const work of job.works) if (work.plan.kind === 'create') work.plan = { kind: 'nothing' };
  job.record.turn = { since: job.record.turn?.since ?? now };
  job.problems.push(waitsForTurn(rule, perDay));
}

/** After the creates: what Jira refused, or what was never sent, leaves its place to others. */
export async function leavePlaces(ports: Ports, places: Places): Promise<void> {
  for (const [rule, jobs] of places) {
    const unused = jobs.filter(({ record, lost, problems }) => {
      const isOver = !lost && problems.every(({ kind }) => kind === 'held');
      return isOver && roles.every((role) => record.issues[role] === undefined);
    });
    const marks = new Set(unused.map(({ key }) => mark(key)));
    if (marks.size > 0) await ports.quotas.change(rule, (before) => giveBack(before, marks));
  }
}
