/** The moves that findings ask for: what each issue's is, and what follows when it is made. */
import type { SettingsDocument } from '../../contract/settings';
import type { IssueThere } from '../../contract/link-record';
import type { Consequence } from '../../core/jira/failure';
import { issueProblem } from '../../core/sync/hidden';
import { claimIdOf } from '../../core/sync/issues';
import { mark } from '../../core/data/hash';
import { noteMoved } from '../../core/sync/begun';
import { identityMark, statusMark } from '../../core/sync/plan';
import { firstTarget, targetFor } from '../../core/sync/targets';
import type { Target } from '../../core/jira/workflow';
import { confirmMoves, isMade, moveAll } from '../move/move-all';
import type { Move } from '../move/move-issue';
import type { Ports } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';
import { became, forEachJob, hinder, type Task, type Update } from './job';

/** The status that a task's finding asks for; undefined: the issue stays where it is. */
function targetOf({ job, work, issue }: Update): Target | undefined {
  const staysOpen = job.lifecycle === 'open' && issue.category !== 'done';
  return staysOpen
    ? firstTarget(job.finding.status, work.ready.space)
    : targetFor(job.finding.status, job.lifecycle, work.ready.space);
}

/** Notes which issues nothing asks to move: their identity goes with the edit, which comes first where a finding closes. */
export function letStay(tasks: readonly Update[]): void {
  for (const task of tasks) if (!targetOf(task)) stay(task);
}

/** Moves the issues of these tasks as far as their findings ask for it. */
export async function moveIssues(
  ports: Ports,
  tasks: readonly Update[],
  settings: SettingsDocument,
): Promise<void> {
  const moving = tasks.filter((task) => {
    const target = targetOf(task);
    if (target) task.work.move = moveTo(task, target);
    else stay(task);
    return target !== undefined;
  });
  await moveAll(ports, movesOf(moving), settings);
  for (const task of moving) noteHindrance(task);
}

/** The move of a task's issue. */
export function moveTo(task: Update, target: Target): Move {
  return { issue: task.issue, target, lifecycle: task.job.lifecycle, identity: identityFor(task) };
}

function identityFor({ work, issue }: Update) {
  return { ...work.identity, claim: claimIdOf(issue) };
}

function movesOf(tasks: readonly Task[]): Move[] {
  return tasks.flatMap(({ work }) => work.move ?? []);
}

function noteHindrance(task: Task): void {
  if (task.work.move?.problem) hinder(task, task.work.move.problem);
}

/** Nothing asks the issue to move: the finding's new status is noted, and its identity goes with the edit. */
function stay({ work, issue }: Update): void {
  issue.sent[statusMark] = mark(work.draft.status);
  delete issue.moving;
  const { plan } = work;
  if (plan.kind === 'update') work.plan = { ...plan, move: false };
}

/** Reads all moved issues once; only what Jira now shows counts as moved. */
export async function confirmTasks(
  ports: Ports,
  tasks: readonly Update[],
  settings: SettingsDocument,
): Promise<void> {
  const moved = tasks.filter(({ work }) => work.move?.at !== undefined);
  await confirmMoves(ports, movesOf(moved));
  await forEachJob(moved, async (task) => {
    noteHindrance(task);
    const { move } = task.work;
    if (move?.shown) await finish(ports, task, { ...move, shown: move.shown }, settings);
  });
}

async function finish(
  ports: Ports,
  task: Update,
  move: Move & { readonly shown: FetchedIssue },
  settings: SettingsDocument,
): Promise<void> {
  const { work, job, issue } = task;
  const { plan } = work;
  const { shown } = move;
  delete issue.moving;
  if (!isMade(move)) {
    hinder(task, movedBack(issue, shown, move.at ?? ''));
    return;
  }
  issue.sent[statusMark] = mark(work.draft.status);
  const reason = plan.kind === 'update' ? plan.reason : undefined;
  if (reason !== undefined) noteMoved(issue, reason, settings);
  became(job, reason === undefined ? 'moved' : 'reopened', work.role);
  await refreshIdentity(ports, task, shown);
}

function movedBack(issue: IssueThere, shown: FetchedIssue, target: string): Consequence {
  const cause = `moved-back|${issue.project}|${target}`;
  return {
    kind: 'held',
    cause,
    reason: { code: 'movedBack', key: shown.key, status: shown.status?.name },
  };
}

/** The identity travels with the move; where Jira dropped it there, it is set by itself. */
async function refreshIdentity(ports: Ports, task: Update, shown: FetchedIssue): Promise<void> {
  const { issue } = task;
  const wanted = identityFor(task);
  if (mark(shown.identity) !== mark(wanted)) {
    const edited = await ports.jira.editIssue(issue.id, { identity: wanted });
    if (!edited.ok) {
      hinder(task, issueProblem(edited.failure, issue, 'changing'));
      return;
    }
  }
  issue.sent[identityMark] = mark(task.work.draft.identity);
}
