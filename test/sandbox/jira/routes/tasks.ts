import { bulkRefusal, empty, invalidPayload, JiraError, json } from '../http/jira-error';
import { bodyObject, param, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { idOf, isObject, stringOf } from '../json';
import type { Json } from '../json';
import { hasGlobalPermission } from '../rules/permissions';
import { checkProperty } from '../rules/properties';
import { findProject } from '../state/lookup';
import type { TaskRecord } from '../state/model';
import { findTask, submitTask } from '../tasks/submit-task';
import { selfOf } from '../views/choice-views';
import { timestampOf } from '../views/timestamp';

/** Progress of queued work, pinning of panels, and properties of many issues. */
export const taskRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/bulk/queue/{taskId}', scopes: SCOPES.readWork, handle: bulkProgress },
  { method: 'GET', path: '/rest/api/3/task/{taskId}', scopes: SCOPES.readWork, handle: taskProgress },
  {
    method: 'POST',
    path: '/rest/api/3/forge/panel/action/bulk/async',
    scopes: SCOPES.manageProject,
    handle: pinPanels,
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/properties/multi',
    scopes: SCOPES.writeWork,
    handle: setProperties,
  },
];

function bulkProgress(call: Call): ReturnType<Route['handle']> {
  const { world } = call;
  const task = findTask(world, param(call, 'taskId'));
  if (!task || task.submittedBy !== call.actor.accountId) throw bulkRefusal(400, 'The task does not exist.');
  if (task.work.kind === 'panels' || task.work.kind === 'properties')
    throw bulkRefusal(400, 'The task associated with this taskId is not a bulk operation task');
  const at = timestampOf(world, task.submittedAt);
  const base = {
    taskId: task.id,
    status: task.done ? 'COMPLETE' : 'RUNNING',
    progressPercent: task.done ? 100 : 0,
    submittedBy: { accountId: task.submittedBy },
    created: at,
    started: at,
    updated: timestampOf(world, Math.min(world.clock.now(), task.dueAt)),
  };
  if (!task.done) return json(200, base);
  return json(200, {
    ...base,
    totalIssueCount: task.total,
    invalidOrInaccessibleIssueCount: task.inaccessible,
    processedAccessibleIssues: task.processed.map(Number),
    failedAccessibleIssues: task.failed,
  });
}

function taskProgress(call: Call): ReturnType<Route['handle']> {
  const { world, actor } = call;
  const task = findTask(world, param(call, 'taskId'));
  if (!task) throw new JiraError(404, ['The task was not found.']);
  if (task.submittedBy !== actor.accountId && !hasGlobalPermission(world, actor.accountId, 'ADMINISTER'))
    throw new JiraError(403, ['You do not have permission to view the task.']);
  const now = world.clock.now();
  return json(200, {
    self: selfOf(world, `task/${task.id}`),
    id: task.id,
    status: task.done ? 'COMPLETE' : 'RUNNING',
    submittedBy: [...world.state.users.keys()].indexOf(task.submittedBy) + 10000,
    progress: task.done ? 100 : 0,
    elapsedRuntime: Math.round(Math.min(now, task.dueAt) - task.submittedAt),
    submitted: task.submittedAt,
    started: task.submittedAt,
    lastUpdate: Math.round(Math.min(now, task.dueAt)),
    ...(task.done ? { finished: task.dueAt, result: resultOf(task) } : {}),
  });
}

function resultOf(task: TaskRecord): Json {
  return { successful: task.processed, errors: task.failed };
}

function pinPanels(call: Call): ReturnType<Route['handle']> {
  const { world, actor } = call;
  if (!hasGlobalPermission(world, actor.accountId, 'ADMINISTER'))
    throw new JiraError(403, ['You do not have permission to administer Jira.']);
  const body = bodyObject(call, ['moduleId', 'projectList']);
  const moduleId = stringOf(body['moduleId']);
  const list = body['projectList'];
  if (moduleId === undefined || !/^ari:cloud:ecosystem::extension\/.+\/static\/.+$/.test(moduleId))
    throw new JiraError(400, ['The module id is not valid.']);
  if (!Array.isArray(list) || list.length > 1000)
    throw new JiraError(400, ['The list of projects is not valid.']);
  const items = list.map((item) => pinAction(call, item));
  const work = { kind: 'panels', moduleId, items } as const;
  return json(202, { taskId: submitTask(world, actor, work, items.length, 0) });
}

function pinAction(call: Call, item: Json): { projectId: string; pin: boolean } {
  if (!isObject(item)) throw invalidPayload();
  const { action, projectIdOrKey } = item;
  const project = findProject(call.world.state, stringOf(projectIdOrKey) ?? '');
  if (!project || (action !== 'PIN' && action !== 'UNPIN'))
    throw new JiraError(400, ['The project or the action is not valid.']);
  return { projectId: project.id, pin: action === 'PIN' };
}

function setProperties(call: Call): ReturnType<Route['handle']> {
  const { world, actor } = call;
  const issues = bodyObject(call, ['issues'])['issues'];
  if (!Array.isArray(issues) || issues.length === 0 || issues.length > 100)
    throw new JiraError(400, ['The number of issues must be between 1 and 100.']);
  const running = [...world.state.tasks.values()].some(
    (task) => !task.done && task.work.kind === 'properties',
  );
  if (running) throw new JiraError(409, ['Another bulk property update is already in progress.']);
  const items = issues.map((issue) => propertyItem(issue));
  const id = submitTask(world, actor, { kind: 'properties', items }, items.length, 0);
  return empty(303, { location: selfOf(world, `task/${id}`) });
}

function propertyItem(issue: Json): { issueId: string; properties: { key: string; value: Json }[] } {
  const issueId = isObject(issue) ? idOf(issue['issueID']) : undefined;
  const properties = isObject(issue) ? issue['properties'] : undefined;
  if (issueId === undefined || !isObject(properties)) throw invalidPayload();
  const entries = Object.entries(properties).map(([key, value]) => ({ key, value: value ?? null }));
  if (entries.length === 0 || entries.length > 10)
    throw new JiraError(400, ['The number of properties must be between 1 and 10.']);
  for (const { key, value } of entries) checkProperty(key, value);
  return { issueId, properties: entries };
}
