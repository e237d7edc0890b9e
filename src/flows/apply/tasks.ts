/** The issues of jobs, each by itself: what the steps of a pass work on. */
import type { IssueThere } from '../../contract/link-record';
import { inParallel } from '../../core/data/in-parallel';
import { groupBy } from '../../core/data/lists';
import { issueThere } from '../../core/sync/issues';
import { inPlace, type Job, type RoleWork } from './job';

/** One issue of one job. */
export interface Task {
  readonly job: Job;
  readonly work: RoleWork;
}

/** A task whose issue is there: it may be edited and moved. */
export interface Update extends Task {
  readonly issue: IssueThere;
}

/** What is to be created. */
export function creates(jobs: readonly Job[]): Task[] {
  return allTasks(jobs).filter(({ work }) => work.plan.kind === 'create');
}

/** What is to be edited or moved. While Jira refuses one issue of a finding again and again, they take turns at going first. */
export function updates(jobs: readonly Job[]): Update[] {
  const turn = ({ job, work }: Task) => (work.role === 'product' ? (job.record.unread ?? 0) % 2 : 0);
  return tasksThere(jobs)
    .filter(({ work }) => work.plan.kind === 'update')
    .sort((a, b) => turn(a) - turn(b));
}

/** All issues of the jobs that are there, whatever their plan. */
export function tasksThere(jobs: readonly Job[]): Update[] {
  return allTasks(jobs).flatMap((task) => {
    const issue = issueThere(task.job.record, task.work.role);
    return issue ? [{ ...task, issue }] : [];
  });
}

function allTasks(jobs: readonly Job[]): Task[] {
  return jobs.flatMap((job) => job.works.map((work) => ({ job, work })));
}

/** The jobs after these tasks. `after` gets each with its job as the task before left it. */
export function afterTasks<T extends Task>(
  jobs: readonly Job[],
  tasks: readonly T[],
  after: (task: T) => Job,
): Job[] {
  const byKey = groupBy(tasks, ({ job }) => job.key);
  return jobs.map((job) =>
    (byKey.get(job.key) ?? []).reduce((now, task) => after({ ...task, job: now }), job),
  );
}

/** Works on the tasks, many jobs at once; the issues of one finding stay in order. Answers the jobs after that. */
export async function workOnTasks<T extends Task>(
  jobs: readonly Job[],
  tasks: readonly T[],
  work: (task: T) => Promise<Job>,
): Promise<Job[]> {
  const done: Job[] = [];
  const byKey = groupBy(tasks, ({ job }) => job.key);
  await inParallel([...byKey.values()], async ([first, ...others]) => {
    if (!first) return;
    let job = await work(first);
    for (const task of others) job = await work({ ...task, job });
    done.push(job);
  });
  return inPlace(jobs, done);
}
