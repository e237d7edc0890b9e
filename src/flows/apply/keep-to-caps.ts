/** Rules that make issues of so many findings a day: what is beyond waits its turn, and nothing is created for it. */
import { type Rule, roles, type SettingsDocument } from '../../contract/settings';
import { mark } from '../../core/data/hash';
import { groupBy } from '../../core/data/lists';
import { ruleOf } from '../../core/settings/spaces';
import { giveBack, placesLeft, takePlaces, type Waiting } from '../../core/sync/day-quota';
import { markOfRules, waitsForTurn } from '../../core/sync/turn';
import type { Ports } from '../ports';
import { inPlace, type Job, withoutCreates, withProblem } from './job';

/** Which jobs (by key) took a place, by the id of the rule. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>;

/** Before the claims: takes places for findings that are to get their first issue. A retry by hand needs none. */
export async function keepToCaps(
  ports: Ports,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<{ readonly jobs: Job[]; readonly places: Places }> {
  const places = new Map<string, ReadonlySet<string>>();
  const refused: Job[] = [];
  for (const [rule, some] of groupBy(jobs.filter(isFirst), ({ record }) => ruleOf(settings, record.rule))) {
    const perDay = rule?.then.cap?.perDay;
    if (!rule || perDay === undefined) continue;
    const counted = some.filter(({ record }) => record.turn?.now !== true);
    if (counted.length === 0) continue;
    const granted = await takeFor(ports, rule, perDay, counted);
    places.set(rule.id, granted);
    const turn = { since: ports.now(), by: markOfRules(settings.rules) };
    refused.push(
      ...counted
        .filter(({ key }) => !granted.has(key))
        .map((job) => withProblem(waiting(job, turn), waitsForTurn(rule, perDay))),
    );
  }
  return { jobs: inPlace(jobs, refused), places };
}

function isFirst({ works, record }: Job): boolean {
  return (
    works.some(({ plan }) => plan.kind === 'create') &&
    roles.every((role) => record.issues[role] === undefined)
  );
}

async function takeFor(
  ports: Ports,
  rule: Rule,
  perDay: number,
  jobs: readonly Job[],
): Promise<ReadonlySet<string>> {
  const now = ports.now();
  const wanted = jobs.map((job) => waitingOf(job, now));
  let marks: ReadonlySet<string> = new Set();
  const quota = await ports.quotas.change(rule.id, (before) => {
    const taken = takePlaces(before, wanted, perDay, now);
    marks = taken.granted;
    return taken.quota;
  });
  const granted = jobs.map(({ key }) => key).filter((key) => marks.has(mark(key)));
  // A new day has begun, and nobody has looked yet whose turn it is.
  if (granted.length < jobs.length && placesLeft(quota, perDay, now) > 0) await ports.bells.ringHeal('probe');
  return new Set(granted);
}

function waitingOf({ key, finding, record }: Job, now: number): Waiting {
  return { mark: mark(key), severity: finding.severity, since: record.turn?.since ?? now };
}

/** One that waited before goes on waiting since then. */
function waiting(job: Job, { since, by }: { readonly since: number; readonly by: string }): Job {
  const turn = { since: job.record.turn?.since ?? since, by };
  return { ...withoutCreates(job), record: { ...job.record, turn } };
}

/** After the creates: what Jira refused, or what was never sent, leaves its place to others. */
export async function leavePlaces(ports: Ports, jobs: readonly Job[], places: Places): Promise<void> {
  for (const [rule, keys] of places) {
    const unused = jobs.filter(({ key, record, lost, problems }) => {
      const isOver = keys.has(key) && !lost && problems.every(({ kind }) => kind === 'held');
      return isOver && roles.every((role) => record.issues[role] === undefined);
    });
    const marks = new Set(unused.map(({ key }) => mark(key)));
    if (marks.size > 0) await ports.quotas.change(rule, (before) => giveBack(before, marks));
  }
}
