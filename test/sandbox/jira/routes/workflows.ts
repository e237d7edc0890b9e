import { invalidPayload, JiraError, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { isObject, stringOf, stringsOf } from '../json';
import type { Json } from '../json';
import { hasGlobalPermission, hasProjectPermission } from '../rules/permissions';
import { must, setupOf } from '../state/lookup';
import type { WorkflowRecord } from '../state/model';
import { workflowStatusView, workflowView } from '../views/workflow-view';

/** POST /workflows: the workflows of projects and issue types, or by id or name. */
export const workflowRoutes: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/workflows', scopes: SCOPES.readWorkflow, handle: read },
];

function read(call: Call): ReturnType<Route['handle']> {
  const { world, actor } = call;
  if (actor.caller.kind === 'app' && world.options.refuseWorkflowsToApp)
    throw new JiraError(403, ['The user does not have the necessary permission.']);
  const body = bodyObject(call, ['projectAndIssueTypes', 'workflowIds', 'workflowNames']);
  const ids = stringsOf(body['workflowIds'] ?? []);
  const names = stringsOf(body['workflowNames'] ?? []);
  const pairs = body['projectAndIssueTypes'] ?? [];
  if (!ids || !names || !Array.isArray(pairs)) throw invalidPayload();
  const wanted = new Set([...ids, ...pairs.map((pair) => workflowIdOf(call, pair))]);
  const found = [...world.state.workflows.values()].filter((w) => wanted.has(w.id) || names.includes(w.name));
  const readable = found.filter((workflow) => mayRead(call, workflow));
  const statusIds = new Set(readable.flatMap((workflow) => workflow.statusIds));
  const statuses = [...statusIds].map((id) =>
    workflowStatusView(must(world.state.statuses.get(id), 'status')),
  );
  return json(200, { statuses, workflows: readable.map((workflow) => workflowView(world, workflow)) });
}

function workflowIdOf(call: Call, pair: Json): string {
  const projectId = isObject(pair) ? stringOf(pair['projectId']) : undefined;
  const issueTypeId = isObject(pair) ? stringOf(pair['issueTypeId']) : undefined;
  if (projectId === undefined || issueTypeId === undefined) throw invalidPayload();
  const project = call.world.state.projects.get(projectId);
  const setup = project && setupOf(project, issueTypeId);
  if (!setup) throw new JiraError(400, ['The project or issue type does not exist.']);
  return setup.workflowId;
}

/** Jira admins read all; others need to see the workflow in a project that uses it. */
function mayRead(call: Call, workflow: WorkflowRecord): boolean {
  const { world } = call;
  const { accountId } = call.actor;
  if (hasGlobalPermission(world, accountId, 'ADMINISTER')) return true;
  return [...world.state.projects.values()]
    .filter((project) => project.setups.some((setup) => setup.workflowId === workflow.id))
    .some(
      (project) =>
        hasProjectPermission(world, accountId, project, 'VIEW_READONLY_WORKFLOW') ||
        hasProjectPermission(world, accountId, project, 'ADMINISTER_PROJECTS'),
    );
}
