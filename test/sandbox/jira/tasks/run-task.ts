import { Refusal } from '../http/jira-error';
import { deleteIssue } from '../rules/delete-issue';
import { finishUpdate } from '../rules/edit-issue';
import { moveIssue } from '../rules/move-issue';
import { mayOnIssue } from '../rules/permissions';
import { putProperty } from '../rules/properties';
import { carryOut, checkTransition } from '../rules/transitions';
import { must } from '../state/lookup';
import type { IssueRecord, TaskRecord } from '../state/model';
import type { Actor, World } from '../world';
import { moveSubtasks } from './move-subtasks';

/** Does the work of every queued task whose time has come. */
export function runDueTasks(world: World): void {
  for (const task of world.state.tasks.values())
    if (!task.done && task.dueAt <= world.clock.now()) runTask(world, task);
}

function runTask(world: World, task: TaskRecord): void {
  const actor: Actor = { accountId: task.submittedBy, caller: { kind: 'user', accountId: task.submittedBy } };
  // Done comes first: the events of the work may lead to calls that look at the tasks again.
  task.done = true;
  const { work } = task;
  switch (work.kind) {
    case 'transition':
      for (const { issueId, transitionId } of work.items)
        attempt(world, task, issueId, (issue) => {
          const checked = checkTransition(world, actor, issue, { transition: { id: transitionId } });
          finishUpdate(world, actor, issue, carryOut(world, issue, checked));
        });
      return;
    case 'delete':
      for (const issueId of work.issueIds)
        attempt(world, task, issueId, (issue) => {
          requirePermission(world, actor, issue, 'DELETE_ISSUES');
          deleteIssue(world, actor, issue);
        });
      return;
    case 'move':
      for (const { issueId, projectId, issueTypeId, statusId } of work.items)
        attempt(world, task, issueId, (issue) => {
          requirePermission(world, actor, issue, 'MOVE_ISSUES');
          const target = must(world.state.projects.get(projectId), 'project');
          moveIssue(world, actor, issue, target, issueTypeId, statusId);
          moveSubtasks(world, actor, issue, target);
        });
      return;
    case 'properties':
      for (const { issueId, properties } of work.items)
        attempt(world, task, issueId, (issue) => {
          requirePermission(world, actor, issue, 'EDIT_ISSUES');
          for (const { key, value } of properties) putProperty(world, issue, key, value);
          world.index.note(issue);
        });
      return;
    case 'panels':
      for (const { projectId, pin } of work.items) pinPanel(world, task, projectId, work.moduleId, pin);
  }
}

function attempt(world: World, task: TaskRecord, issueId: string, act: (issue: IssueRecord) => void): void {
  const issue = world.state.issues.get(issueId);
  if (!issue) {
    task.inaccessible += 1;
    return;
  }
  try {
    act(issue);
    task.processed.push(issueId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    task.failed[issueId] = [error.message];
  }
}

function requirePermission(world: World, actor: Actor, issue: IssueRecord, permission: string): void {
  if (!mayOnIssue(world, actor.accountId, issue, permission))
    throw new Refusal(403, {}, `You do not have the permission ${permission} for this issue.`);
}

function pinPanel(world: World, task: TaskRecord, projectId: string, moduleId: string, pin: boolean): void {
  const project = must(world.state.projects.get(projectId), 'project');
  const others = project.pinnedPanels.filter((id) => id !== moduleId);
  project.pinnedPanels = pin ? [...others, moduleId] : others;
  task.processed.push(projectId);
}
