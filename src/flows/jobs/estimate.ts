/** What applying the settings to existing findings would do and cost: the real pass up to its first write, and sums. */
import type { Estimate } from '../../contract/job-results';
import { roles, type SettingsDocument } from '../../contract/settings';
import { groupBy } from '../../core/data/lists';
import { costOf } from '../../core/sync/cost-of';
import type { GroupRef } from '../../contract/group';
import { isSameGroup } from '../../core/groups/group-ref';
import { targetOf } from '../../core/groups/place-finding';
import { ruleOf } from '../../core/settings/spaces';
import { rolesElsewhere } from '../../core/sync/decide';
import { issueThere } from '../../core/sync/issues';
import type { Job } from '../apply/job';
import { prepareJobs } from '../apply/prepare-jobs';
import type { Ports, ReadPorts } from '../ports';
import { anew, findingsIn, type Kept, keptFindings } from './kept-findings';
import { beginJob } from './begin-job';
import type { JobOf, Stepped } from './step';

type Estimating = JobOf<'estimate'>['task'];

const none: Estimate = { findings: 0, created: 0, changed: 0, points: 0, elsewhere: 0, left: 0 };

/** Begins; answers the job. */
export function startEstimate(ports: Ports): Promise<string> {
  return beginJob(ports, ports.newId(), { kind: 'estimate', sums: none, pages: 0 }, 0);
}

/** Adds a page of findings. Nothing is written, in Jira or of them. */
export async function estimateStep(ports: Ports, job: JobOf<'estimate'>): Promise<Stepped<Estimating>> {
  const { document: settings } = await ports.settings.read();
  const { records, next } = await ports.links.walk(job.task.cursor);
  const kept = await keptFindings(ports, records, await ports.connections.list());
  const left = findingsIn(records) - kept.length;
  let sums: Estimate = { ...job.task.sums, left: job.task.sums.left + left };
  for (const [connection, some] of groupBy(kept, ({ record }) => record.connection))
    sums = added(sums, await estimateSome(ports, connection, some, settings));
  const seen = job.seen + findingsIn(records);
  const task: Estimating = { kind: 'estimate', sums, pages: job.task.pages + 1, cursor: next };
  return { task, seen, ...(next === undefined ? { done: true as const, total: seen } : {}) };
}

async function estimateSome(
  ports: ReadPorts,
  connection: string,
  kept: readonly Kept[],
  settings: SettingsDocument,
): Promise<Estimate[]> {
  const records = new Map(kept.map(({ key, record }) => [key, record]));
  const slice = { connection, items: kept.map(anew), records, settings, turned: new Set<string>() };
  const { jobs } = await prepareJobs(ports, slice);
  const groups = new Set<string>();
  return jobs.map((job, index) => {
    const target = targetOf(
      job,
      job.skip ? { skip: job.skip } : {},
      ruleOf(settings, job.record.rule),
      kept[index]?.record,
    );
    if (!target) return estimateOne(job, settings);
    return estimateMember(job, target, kept[index]?.record.memberOf, groups);
  });
}

/** A member that changes its group costs an edit of that; a group that nobody was in before gets the issues. */
function estimateMember(
  job: Job,
  target: GroupRef,
  was: GroupRef | undefined,
  groups: Set<string>,
): Estimate {
  if (isSameGroup(target, was)) return none;
  const name = JSON.stringify([job.finding.product, target.id, target.by]);
  const isFirst = !groups.has(name);
  groups.add(name);
  const plans = isFirst ? job.works.map(({ plan }) => plan) : [];
  const created = plans.filter(({ kind }) => kind === 'create').length;
  const points = costOf(plans, created === roles.length) + 1;
  return { ...none, findings: 1, created, points };
}

function estimateOne(job: Job, settings: SettingsDocument): Estimate {
  const { finding, lifecycle, connection, record } = job;
  const plans = job.works.map(({ plan }) => plan);
  const created = plans.filter(({ kind }) => kind === 'create').length;
  const changed = plans.filter(({ kind }) => kind === 'update').length;
  const there = roles.filter((role) => issueThere(record, role) !== undefined);
  return {
    findings: created + changed > 0 ? 1 : 0,
    created,
    changed,
    points: costOf(plans, created + there.length === roles.length),
    elsewhere: rolesElsewhere({ finding, lifecycle, connection }, settings, record).length,
    left: 0,
  };
}

function added(sums: Estimate, more: readonly Estimate[]): Estimate {
  return more.reduce(
    (sum, one) => ({
      findings: sum.findings + one.findings,
      created: sum.created + one.created,
      changed: sum.changed + one.changed,
      points: sum.points + one.points,
      elsewhere: sum.elsewhere + one.elsewhere,
      left: sum.left + one.left,
    }),
    sums,
  );
}
