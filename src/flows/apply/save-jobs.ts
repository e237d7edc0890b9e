/** Compare-and-set of the pass: the lease before Jira is touched, the result afterwards. */
import type { LinkRecord } from '../../contract/link-record';
import { roles } from '../../contract/settings';
import { doubtfulMark, marksOf } from '../../core/sync/fields';
import { mark } from '../../core/data/hash';
import { identityMark, statusMark } from '../../core/sync/plan';
import type { Ports } from '../ports';
import type { Job } from './job';

/** Longer than a pass over 100 findings takes. Were it too short, claims still keep creates apart. */
const leaseMs = 5 * 60_000;
const busySeconds = 30;

/** Takes the findings for this pass; answers those that were free. The others are left to whoever holds them. */
export async function leaseJobs(ports: Ports, jobs: readonly Job[]): Promise<Job[]> {
  const leaseUntil = ports.now() + leaseMs;
  for (const job of jobs) doubt(job);
  return save(ports, jobs, (job) => ({ ...job.record, state: 'pending', leaseUntil }));
}

/** Until a change is known to have arrived, the record says so: a crash or a time-out must not leave it believing. */
function doubt({ record, works }: Job): void {
  for (const { plan, role, draft } of works) {
    const issue = record.issues[role];
    if (plan.kind !== 'update' || !issue) continue;
    const marks = marksOf(draft.fields, plan.fields);
    for (const [field, wanted] of Object.entries(marks))
      issue.sent[field] = doubtfulMark(issue.sent[field], wanted);
    if (plan.move) issue.sent[statusMark] = doubtfulMark(issue.sent[statusMark], mark(draft.status));
    if (plan.identity)
      issue.sent[identityMark] = doubtfulMark(issue.sent[identityMark], mark(draft.identity));
  }
}

/** Writes down what came of the pass. */
export async function saveJobs(ports: Ports, jobs: readonly Job[]): Promise<Job[]> {
  for (const job of jobs) await noteCause(ports, job);
  return save(ports, jobs, finalRecord);
}

async function save(ports: Ports, jobs: readonly Job[], recordOf: (job: Job) => LinkRecord): Promise<Job[]> {
  const changes = jobs.map((job) => {
    const version = (job.expected ?? 0) + 1;
    return { job, change: { key: job.key, expected: job.expected, record: { ...recordOf(job), version } } };
  });
  const saved = await ports.links.saveMany(changes.map(({ change }) => change));
  for (const { job, change } of changes) {
    if (saved.has(job.key)) job.expected = change.record.version;
    else lose(job);
  }
  return jobs.filter((job) => saved.has(job.key));
}

function lose(job: Job): void {
  job.lost = true;
  job.problems.push({ kind: 'later', after: busySeconds, reason: { code: 'overtaken' } });
}

async function noteCause(ports: Ports, job: Job): Promise<void> {
  const held = job.problems.find((problem) => problem.kind === 'held');
  if (held) await ports.causes.note(held.cause, held.reason, ports.now());
}

/** The record as it lies in storage between passes: without a lease, with what stands in the way. */
export function finalRecord(job: Job): LinkRecord {
  const { record, problems } = job;
  const later = problems.find((problem) => problem.kind === 'later');
  const held = problems.find((problem) => problem.kind === 'held');
  if (later) return { ...record, state: 'pending', reason: later.reason };
  if (held) return { ...record, state: 'held', cause: held.cause, reason: held.reason, held: job.finding };
  return { ...record, state: settledState(job) };
}

function settledState({ record }: Job): LinkRecord['state'] {
  const issues = roles.flatMap((role) => record.issues[role] ?? []);
  if (issues.length === 0) return 'skipped';
  return issues.every((issue) => issue.gone) ? 'deleted' : 'synced';
}
