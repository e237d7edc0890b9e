/** The moves that findings ask for: what each issue's is, and what follows when it is made. */
import type { Role, SettingsDocument } from '../../contract/settings';
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
import { became, hindered, type Job, withIssue, withWork } from './job';
import { afterTasks, tasksThere, type Update, workOnTasks } from './tasks';

/** The status that a task's finding asks for; undefined: the issue stays where it is. */
function targetOf({ job, work, issue }: Update): Target | undefined {
  const staysOpen = job.lifecycle === 'open' && issue.category !== 'done';
  return staysOpen
    ? firstTarget(job.finding.status, work.ready.space)
    : targetFor(job.finding.status, job.lifecycle, work.ready.space);
}

/** The jobs, once it is noted which of these issues nothing asks to move: their identity goes with the edit, which comes first where a finding closes. */
export function letStay(jobs: readonly Job[], tasks: readonly Update[]): Job[] {
  return afterTasks(jobs, tasks, (task) => (targetOf(task) ? task.job : staying(task)));
}

/** Moves the issues of these tasks as far as their findings ask for it. */
export async function moveIssues(
  ports: Ports,
  jobs: readonly Job[],
  tasks: readonly Update[],
  settings: SettingsDocument,
): Promise<Job[]> {
  const moving = tasks.flatMap((task) => {
    const target = targetOf(task);
    return target ? [{ ...task, move: moveTo({ ...task, issue: { ...task.issue } }, target) }] : [];
  });
  await moveAll(
    ports,
    moving.map(({ move }) => move),
    settings,
  );
  return afterTasks(letStay(jobs, tasks), moving, ({ job, work: { role }, move }) =>
    withHindrance(withWork(withIssue(job, role, move.issue), role, { move }), role, move),
  );
}

/** The move of a task's issue. */
export function moveTo(task: Update, target: Target): Move {
  return { issue: task.issue, target, lifecycle: task.job.lifecycle, identity: identityFor(task) };
}

function identityFor({ work, issue }: Update) {
  return { ...work.identity, claim: claimIdOf(issue) };
}

function withHindrance(job: Job, role: Role, { problem }: Move): Job {
  return problem ? hindered(job, role, problem) : job;
}

/** Nothing asks the issue to move: the finding's new status is noted, and its identity goes with the edit. */
function staying({ job, work: { role, plan, draft }, issue }: Update): Job {
  const { moving: _moving, ...rest } = issue;
  const stays = withIssue(job, role, { ...rest, sent: { ...issue.sent, [statusMark]: mark(draft.status) } });
  return plan.kind === 'update' ? withWork(stays, role, { plan: { ...plan, move: false } }) : stays;
}

/** Reads all moved issues once; only what Jira now shows counts as moved. */
export async function confirmTasks(
  ports: Ports,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<Job[]> {
  const moved = tasksThere(jobs).flatMap(({ issue, ...task }) => {
    const { move } = task.work;
    return move?.at === undefined ? [] : [{ ...task, move: { ...move, at: move.at, issue: { ...issue } } }];
  });
  await confirmMoves(
    ports,
    moved.map(({ move }) => move),
  );
  return workOnTasks(jobs, moved, ({ job, work, move }) => {
    const shown = withIssue(job, work.role, move.issue);
    const after = withHindrance(shown, work.role, move);
    return move.shown
      ? finish(ports, { job: after, work, issue: move.issue }, { ...move, shown: move.shown }, settings)
      : Promise.resolve(after);
  });
}

async function finish(
  ports: Ports,
  task: Update,
  move: Move & { readonly at: string; readonly shown: FetchedIssue },
  settings: SettingsDocument,
): Promise<Job> {
  const { work, job } = task;
  const { role, plan, draft } = work;
  const { shown } = move;
  const { moving: _moving, ...issue } = task.issue;
  if (!isMade(move)) return hindered(withIssue(job, role, issue), role, movedBack(issue, shown, move.at));
  const reason = plan.kind === 'update' ? plan.reason : undefined;
  const moved: IssueThere = { ...issue, sent: { ...issue.sent, [statusMark]: mark(draft.status) } };
  if (reason !== undefined) noteMoved(moved, reason, settings);
  const told = became(withIssue(job, role, moved), reason === undefined ? 'moved' : 'reopened', role);
  return refreshIdentity(ports, { job: told, work, issue: moved }, shown);
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
async function refreshIdentity(ports: Ports, task: Update, shown: FetchedIssue): Promise<Job> {
  const {
    job,
    issue,
    work: { role, draft },
  } = task;
  const wanted = identityFor(task);
  if (mark(shown.identity) !== mark(wanted)) {
    const edited = await ports.jira.editIssue(issue.id, { identity: wanted });
    if (!edited.ok) return hindered(job, role, issueProblem(edited.failure, issue, 'changing'));
  }
  return withIssue(job, role, { ...issue, sent: { ...issue.sent, [identityMark]: mark(draft.identity) } });
}
