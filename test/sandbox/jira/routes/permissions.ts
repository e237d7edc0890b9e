import { invalidPayload, JiraError, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { idOf, isObject, stringOf, stringsOf } from '../json';
import type { Json, JsonObject } from '../json';
import {
  canSeeProject,
  GLOBAL_PERMISSIONS,
  hasGlobalPermission,
  hasProjectPermission,
  mayOnIssue,
  PROJECT_PERMISSIONS,
} from '../rules/permissions';
import { findIssue } from '../state/lookup';
import { visibleIssue, visibleProject } from './issue-access';

const GLOBAL: ReadonlySet<string> = new Set(GLOBAL_PERMISSIONS);
const PROJECT: ReadonlySet<string> = new Set(PROJECT_PERMISSIONS);

/** What an account may do. */
export const permissionRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/mypermissions', scopes: SCOPES.readWork, handle: mine },
  { method: 'POST', path: '/rest/api/3/permissions/check', scopes: SCOPES.none, handle: check },
  {
    method: 'POST',
    path: '/rest/api/3/permissions/project',
    scopes: SCOPES.readWork,
    handle: permittedProjects,
  },
];

function mine(call: Call): ReturnType<Route['handle']> {
  const names = call.query.list('permissions');
  if (names.length === 0) throw new JiraError(400, ["The 'permissions' query parameter is required."]);
  const unknown = names.filter((name) => !GLOBAL.has(name) && !PROJECT.has(name));
  if (unknown.length > 0) throw new JiraError(400, [`Unrecognized permission(s): ${unknown.join(', ')}`]);
  const holds = inContext(call);
  const entries = names.map((name, at) => [name, permissionView(name, at, holds(name))] as const);
  call.cost.points += names.length * 2;
  return json(200, { permissions: Object.fromEntries(entries) });
}

function permissionView(name: string, at: number, havePermission: boolean): JsonObject {
  const words = name.toLowerCase().replaceAll('_', ' ');
  return {
    id: String(at + 10),
    key: name,
    name: words.charAt(0).toUpperCase() + words.slice(1),
    type: GLOBAL.has(name) ? 'GLOBAL' : 'PROJECT',
    description: '',
    havePermission,
  };
}

/** Whether the caller holds a permission in the issue or project of the query, or in any project without one. */
function inContext(call: Call): (permission: string) => boolean {
  const { world, query } = call;
  const { accountId } = call.actor;
  const issueName = query.one('issueId') ?? query.one('issueKey');
  const projectName = query.one('projectId') ?? query.one('projectKey');
  const issue = issueName === undefined ? undefined : visibleIssue(call, issueName);
  const project = projectName === undefined ? undefined : visibleProject(call, projectName);
  return (permission) => {
    if (GLOBAL.has(permission)) return hasGlobalPermission(world, accountId, permission);
    if (issue) return mayOnIssue(world, accountId, issue, permission);
    if (project) return hasProjectPermission(world, accountId, project, permission);
    return [...world.state.projects.values()].some((p) =>
      hasProjectPermission(world, accountId, p, permission),
    );
  };
}

function check(call: Call): ReturnType<Route['handle']> {
  const { world, actor } = call;
  const body = bodyObject(call, ['accountId', 'globalPermissions', 'projectPermissions']);
  const accountId = stringOf(body['accountId']) ?? actor.accountId;
  if (accountId !== actor.accountId && !hasGlobalPermission(world, actor.accountId, 'ADMINISTER'))
    throw new JiraError(403, ['You need to be an admin to check the permissions of others.']);
  const globals = stringsOf(body['globalPermissions'] ?? []) ?? [];
  const requests = body['projectPermissions'] ?? [];
  if (!Array.isArray(requests)) throw invalidPayload();
  return json(200, {
    globalPermissions: globals.filter((permission) => hasGlobalPermission(world, accountId, permission)),
    projectPermissions: requests.flatMap((request) => checkRequest(call, accountId, request)),
  });
}

function checkRequest(call: Call, accountId: string, request: Json): JsonObject[] {
  if (!isObject(request)) throw invalidPayload();
  const permissions = stringsOf(request['permissions']);
  const projects = ids(request['projects']);
  const issues = ids(request['issues']);
  if (!permissions) throw invalidPayload();
  if (projects.length > 1000 || issues.length > 1000)
    throw new JiraError(400, ['The maximum number of projects and issues is 1000.']);
  const { world } = call;
  return permissions.map((permission) => ({
    permission,
    projects: projects
      .filter((id) => {
        const project = world.state.projects.get(id);
        return project && hasProjectPermission(world, accountId, project, permission);
      })
      .map(Number),
    issues: issues
      .filter((id) => {
        const issue = findIssue(world.state, id);
        return issue && mayOnIssue(world, accountId, issue, permission);
      })
      .map(Number),
  }));
}

function ids(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalidPayload();
  return value.map((item) => idOf(item) ?? '');
}

function permittedProjects(call: Call): ReturnType<Route['handle']> {
  const { world } = call;
  const { accountId } = call.actor;
  const permissions = stringsOf(bodyObject(call, ['permissions'])['permissions']);
  if (!permissions) throw invalidPayload();
  const projects = [...world.state.projects.values()]
    .filter((project) => canSeeProject(world, accountId, project))
    .filter((project) =>
      permissions.every((permission) => hasProjectPermission(world, accountId, project, permission)),
    )
    .map((project) => ({ id: Number(project.id), key: project.key }));
  return json(200, { projects });
}
