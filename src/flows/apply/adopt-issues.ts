/** Issues that exist already and that the portal names for a finding: adopted if they are free, never taken over. */
import { Identity } from '../../contract/identity';
import { consequenceOf } from '../../core/failure';
import { fieldsOf, marksOf } from '../../core/fields';
import { mark } from '../../core/hash';
import { statusMark } from '../../core/plan';
import type { FetchedIssue, Ports } from '../ports';
import { hinder, issueOf, type Job, type Task, tasksOf } from './job';
import { noteIssue } from './note-issue';

/** Reads the named issues at once. What people wrote in them stays: only labels, link and identity are added. */
export async function adoptIssues(ports: Ports, jobs: readonly Job[]): Promise<void> {
  const tasks = tasksOf(jobs, 'create').filter((task) => keyOf(task) !== undefined);
  if (tasks.length === 0) return;
  const read = await ports.jira.fetchIssues(
    tasks.flatMap((task) => keyOf(task) ?? []),
    { fields: [] },
  );
  for (const task of tasks) {
    if (!read.ok) hinder(task, consequenceOf(read.failure, 'Reading issues'));
    else
      await adoptOne(
        ports,
        task,
        [...read.value.values()].find(({ key }) => key === keyOf(task)),
      );
  }
}

function keyOf({ job, work }: Task): string | undefined {
  return job.finding.existing?.[work.role];
}

async function adoptOne(ports: Ports, task: Task, fetched: FetchedIssue | undefined): Promise<void> {
  const refusal = await reasonAgainst(ports, task, fetched);
  if (refusal !== undefined || !fetched) {
    const key = keyOf(task) ?? '';
    const reason = `${key} cannot be adopted: ${refusal ?? ''} Send the finding without "existing" to get a new issue.`;
    hinder(task, { kind: 'held', cause: `existing|${key}`, reason });
    return;
  }
  const { draft } = task.work;
  const issue = issueOf(task);
  noteIssue(issue, fetched, ports.now());
  issue.adopted = true;
  issue.labels = [];
  issue.sent = {
    ...marksOf(
      draft.fields,
      fieldsOf(draft.fields).filter((field) => field !== 'labels'),
    ),
    [statusMark]: mark(draft.status),
  };
  task.job.outcomes.add('adopted');
}

async function reasonAgainst(
  ports: Ports,
  { job, work }: Task,
  fetched: FetchedIssue | undefined,
): Promise<string | undefined> {
  if (!fetched) return 'it does not exist, or the app may not see it.';
  if (fetched.projectId !== work.ready.projectId)
    return `it is not in the project of the ${work.role} team space.`;
  const identity = Identity.safeParse(fetched.identity).data;
  if (identity && identity.id !== job.finding.id) return `it belongs to the finding ${identity.id}.`;
  const linked = await ports.links.ofIssue(fetched.id);
  return linked.some(({ key }) => key !== job.key) ? 'it belongs to another finding.' : undefined;
}
