/** Compare-and-set of the pass: the lease before Jira is touched, the result afterwards. */
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import { roles } from '../../contract/settings';
import type { Consequence } from '../../core/jira/failure';
import { doubtfulMark, marksOf } from '../../core/sync/fields';
import { heldBy, type Settled, waiting } from '../../core/sync/finding-states';
import { issuesMade } from '../../core/sync/issues';
import { mark } from '../../core/data/hash';
import { awaitsNews, forgetStatus, identityMark } from '../../core/sync/plan';
import { busySeconds, passLeaseMs } from '../../core/sync/lease';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import { type Job, withIssue, withProblem } from './job';
import { afterTasks, type Update, updates } from './tasks';

/** Takes the findings for this pass, as they lie in storage then. Those that were not free are lost to whoever holds them. */
export async function leaseJobs(ports: Ports, jobs: readonly Job[]): Promise<Job[]> {
  const leased = await save(ports, afterTasks(jobs, updates(jobs), doubted), passLeaseMs, ({ record }) =>
    waiting(record),
  );
  // What the save itself noted is gone on with: else the next one would find, and tell, the same anew.
  return leased.map((job) => (job.before && !job.lost ? { ...job, record: unleased(job.before) } : job));
}

function unleased({ leaseUntil: _until, ...record }: LinkRecord): LinkRecord {
  return record;
}

/** Until a change is known to have arrived, the record says so: a crash or a time-out must not leave it believing. */
function doubted({ job, work: { plan, role, draft }, issue }: Update): Job {
  if (plan.kind !== 'update') return job;
  const marks = {
    ...marksOf(draft.fields, plan.fields),
    ...(plan.identity ? { [identityMark]: mark(draft.identity) } : {}),
  };
  const doubtOf = ([name, wanted]: [string, string]) =>
    [name, doubtfulMark(issue.sent[name], wanted)] as const;
  const doubts = Object.fromEntries(Object.entries(marks).map(doubtOf));
  const next: IssueThere = { ...issue, sent: { ...issue.sent, ...doubts } };
  if (plan.reason !== undefined) next.moving = plan.reason;
  else if (plan.move) forgetStatus(next);
  return withIssue(job, role, next);
}

/** Writes down what came of the pass; answers the jobs as they lie in storage. */
export async function saveJobs(ports: Ports, jobs: readonly Job[]): Promise<Job[]> {
  await keepSnapshots(ports, jobs);
  return save(ports, jobs, 0, finalRecord);
}

/** Before the records that say so: a snapshot that nobody knows of is written again. */
async function keepSnapshots(ports: Ports, jobs: readonly Job[]): Promise<void> {
  const news = jobs.flatMap(({ key, kept, before }) =>
    kept && kept.mark !== before?.snapshot ? [[key, kept.finding] as const] : [],
  );
  if (news.length > 0) await ports.snapshots.writeMany(new Map(news));
}

async function save(
  ports: Ports,
  jobs: readonly Job[],
  leaseFor: number,
  recordOf: (job: Job) => LinkRecord,
): Promise<Job[]> {
  const saved = await commit(
    ports,
    jobs.map((job) => ({ key: job.key, before: job.before, after: recordOf(job), leaseFor })),
  );
  return jobs.map((job) => {
    const before = saved.get(job.key);
    return before ? { ...job, before } : withProblem({ ...job, lost: true }, overtaken);
  });
}

const overtaken: Consequence = { kind: 'later', after: busySeconds, reason: { code: 'overtaken' } };

/** The record as it lies in storage between passes: without a lease, with what stands in the way. */
export function finalRecord(job: Job): LinkRecord {
  const { problems, kept } = job;
  const record = withoutTurn(kept ? { ...job.record, snapshot: kept.mark } : job.record);
  const later = problems.find((problem) => problem.kind === 'later');
  const held = problems.find((problem) => problem.kind === 'held');
  if (later) return { ...record, state: 'pending', reason: later.reason };
  if (held) return heldBy({ ...record, held: job.said }, held);
  // An issue that is to be deleted at once is not brought up to date before; spared, it has to be.
  const isKept = (record.todo?.delete !== undefined && awaitsNews(record)) || mayComeBack(record);
  const settled = withoutTurn(record, true);
  return { ...settled, state: settledState(job), ...(isKept ? { held: job.said } : {}) };
}

/** With an issue on its way, or settled without one, it waits for no turn any more. */
function withoutTurn({ turn, ...record }: LinkRecord, isSettled = false): LinkRecord {
  const waits = turn !== undefined && !isSettled && Object.keys(record.issues).length === 0;
  return waits ? { ...record, turn } : record;
}

/** An issue that is only thought gone is kept in step again, should Jira show it again. */
function mayComeBack(record: LinkRecord): boolean {
  return issuesMade(record).some(({ state, missingSince }) => state === 'gone' && missingSince !== undefined);
}

/** Where a finding stands that nothing holds up. */
export function settledState({ record }: Pick<Job, 'record'>): Settled {
  const issues = roles.flatMap((role) => record.issues[role] ?? []);
  if (issues.length === 0) return 'skipped';
  return issues.every(({ state }) => state === 'gone') ? 'deleted' : 'synced';
}
