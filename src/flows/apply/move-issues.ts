/** The moves of a pass: each over the graph, the doubtful ones after one shared read, all confirmed by one more. */
import type { SettingsDocument } from '../../contract/settings';
import type { LinkedIssue } from '../../contract/link-record';
import { type Consequence, consequenceOf } from '../../core/jira/failure';
import { mark } from '../../core/data/hash';
import { identityMark, statusMark } from '../../core/sync/plan';
import { firstTarget, targetFor } from '../../core/sync/targets';
import type { Target } from '../../core/jira/workflow';
import { type Move, moveByGraph, type Moved, moveFromFetched } from '../move/move-issue';
import type { Ports } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';
import { abandon } from './edit-issues';
import { hinder, issueOf, type Task } from './job';
import { noteIssue, placeFields } from '../../core/sync/note-issue';

/** The status that a task's finding asks for; undefined: the issue stays where it is. */
function targetOf(task: Task): Target | undefined {
  const { job, work } = task;
  const staysOpen = job.lifecycle === 'open' && issueOf(task).category !== 'done';
  return staysOpen
    ? firstTarget(job.finding.status, work.ready.space)
    : targetFor(job.finding.status, job.lifecycle, work.ready.space);
}

/** Moves the issues of these tasks as far as their findings ask for it. */
export async function moveIssues(
  ports: Ports,
  tasks: readonly Task[],
  settings: SettingsDocument,
): Promise<void> {
  const unsettled: Task[] = [];
  for (const task of tasks) {
    const target = targetOf(task);
    const moved = target ? await moveByGraph(ports, moveOf(task, target), settings) : undefined;
    if (moved?.kind === 'unsettled') unsettled.push(task);
    else if (moved) settle(task, moved);
    else stay(task);
  }
  if (unsettled.length > 0) await moveAfterReading(ports, unsettled, settings);
}

async function moveAfterReading(
  ports: Ports,
  tasks: readonly Task[],
  settings: SettingsDocument,
): Promise<void> {
  const read = await ports.jira.fetchIssues(idsOf(tasks), { fields: placeFields, transitions: true });
  for (const task of tasks) {
    const fetched = read.ok ? read.value.get(issueOf(task).id ?? '') : undefined;
    if (!read.ok) hinder(task, consequenceOf(read.failure, 'reading'));
    else if (!fetched) abandon(task);
    else await moveFrom(ports, task, fetched, settings);
  }
}

/** What already is where it should be is confirmed by this very read. */
async function moveFrom(
  ports: Ports,
  task: Task,
  fetched: FetchedIssue,
  settings: SettingsDocument,
): Promise<void> {
  noteIssue(issueOf(task), fetched, ports.now());
  const target = targetOf(task);
  if (!target) {
    stay(task);
    return;
  }
  const moved = await moveFromFetched(ports, moveOf(task, target), fetched, settings);
  settle(task, moved);
  if (moved.kind === 'arrived' && moved.at === fetched.status?.id) {
    await confirmOne(ports, task, fetched);
    delete task.work.movedTo;
  }
}

function moveOf(task: Task, target: Target): Move {
  return { issue: issueOf(task), target, lifecycle: task.job.lifecycle, identity: identityFor(task) };
}

function identityFor(task: Task) {
  return { ...task.work.identity, claim: issueOf(task).claim?.id ?? '' };
}

function settle(task: Task, moved: Moved): void {
  if (moved.kind === 'arrived') task.work.movedTo = moved.at;
  else if (moved.kind === 'gone') abandon(task);
  else if (moved.kind === 'failed') hinder(task, moved.problem);
}

/** Nothing asks the issue to move: the finding's new status is noted, and its identity goes with the edit. */
function stay(task: Task): void {
  issueOf(task).sent[statusMark] = mark(task.work.draft.status);
  const { plan } = task.work;
  if (plan.kind === 'update') task.work.plan = { ...plan, move: false };
}

function idsOf(tasks: readonly Task[]): string[] {
  return tasks.flatMap((task) => issueOf(task).id ?? []);
}

/** Reads all moved issues once; only what Jira now shows counts as moved. */
export async function confirmMoves(ports: Ports, tasks: readonly Task[]): Promise<void> {
  const moved = tasks.filter((task) => task.work.movedTo !== undefined);
  if (moved.length === 0) return;
  const read = await ports.jira.fetchIssues(idsOf(moved), { fields: placeFields });
  for (const task of moved) {
    if (read.ok) await confirmOne(ports, task, read.value.get(issueOf(task).id ?? ''));
    else hinder(task, consequenceOf(read.failure, 'confirming'));
  }
}

async function confirmOne(ports: Ports, task: Task, fetched: FetchedIssue | undefined): Promise<void> {
  if (!fetched) {
    abandon(task);
    return;
  }
  const { work, job } = task;
  const issue = issueOf(task);
  noteIssue(issue, fetched, ports.now());
  if (fetched.status?.id !== work.movedTo && !isAcceptable(task, fetched)) {
    hinder(task, movedBack(issue, fetched, work.movedTo ?? ''));
    return;
  }
  issue.sent[statusMark] = mark(work.draft.status);
  job.outcomes.add('moved');
  await refreshIdentity(ports, task, fetched);
}

function movedBack(issue: LinkedIssue, fetched: FetchedIssue, target: string): Consequence {
  const cause = `moved-back|${issue.project ?? ''}|${target}`;
  return {
    kind: 'held',
    cause,
    reason: { code: 'movedBack', key: fetched.key, status: fetched.status?.name },
  };
}

/** A workflow may carry an issue on to another done status; what matters is that done is done. */
function isAcceptable({ job }: Task, fetched: FetchedIssue): boolean {
  return (
    (job.lifecycle === 'resolved' || job.lifecycle === 'rejected') && fetched.status?.category === 'done'
  );
}

/** The identity travels with the move; where Jira dropped it there, it is set by itself. */
async function refreshIdentity(ports: Ports, task: Task, fetched: FetchedIssue): Promise<void> {
  const issue = issueOf(task);
  const wanted = identityFor(task);
  if (mark(fetched.identity) !== mark(wanted)) {
    const edited = await ports.jira.editIssue(issue.id ?? '', { identity: wanted });
    if (!edited.ok) {
      hinder(task, consequenceOf(edited.failure, 'changing'));
      return;
    }
  }
  issue.sent[identityMark] = mark(task.work.draft.identity);
}
