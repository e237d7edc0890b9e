import { json } from '../http/jira-error';
import { pageBean, pageOf } from '../http/paging';
import { param, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { textOf } from '../json';
import type { JsonObject } from '../json';
import { canSeeProject, hasProjectPermission } from '../rules/permissions';
import { must } from '../state/lookup';
import type { ProjectRecord } from '../state/model';
import { securityLevelView, selfOf, versionView } from '../views/choice-views';
import { componentListView } from '../views/component-view';
import { issueTypeView, projectListView, projectView } from '../views/project-view';
import { statusView } from '../views/status-view';
import { visibleProject } from './issue-access';

const ONE = '/rest/api/3/project/{projectIdOrKey}';

/** Projects and what belongs to them. */
export const projectRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/project/search', scopes: SCOPES.readWork, handle: search },
  {
    method: 'GET',
    path: ONE,
    scopes: SCOPES.readWork,
    handle: (call) => json(200, projectView(call.world, named(call))),
  },
  {
    method: 'GET',
    path: `${ONE}/statuses`,
    scopes: SCOPES.readWork,
    handle: (call) => json(200, statuses(call)),
  },
  {
    method: 'GET',
    path: `${ONE}/components`,
    scopes: SCOPES.readWork,
    handle: (call) => json(200, components(call)),
  },
  { method: 'GET', path: `${ONE}/component`, scopes: SCOPES.readWork, handle: componentPage },
  {
    method: 'GET',
    path: `${ONE}/versions`,
    scopes: SCOPES.readWork,
    handle: (call) => json(200, versions(call)),
  },
  { method: 'GET', path: `${ONE}/role`, scopes: SCOPES.readWork, handle: (call) => json(200, roles(call)) },
  { method: 'GET', path: `${ONE}/securitylevel`, scopes: SCOPES.readWork, handle: securityLevels },
];

function named(call: Call): ProjectRecord {
  call.cost.points += 1;
  return visibleProject(call, param(call, 'projectIdOrKey'));
}

function search(call: Call): ReturnType<Route['handle']> {
  const { world, actor, query } = call;
  const states = query.list('status');
  const ids = query.list('id');
  const keys = query.list('keys');
  const text = query.one('query')?.toLowerCase();
  const needed =
    { create: 'CREATE_ISSUES', edit: 'ADMINISTER_PROJECTS' }[query.one('action') ?? ''] ?? 'BROWSE_PROJECTS';
  const found = [...world.state.projects.values()]
    .filter((project) => (states.length === 0 ? ['live'] : states.map(stateOf)).includes(project.state))
    .filter((project) => canSeeProject(world, actor.accountId, project))
    .filter((project) => hasProjectPermission(world, actor.accountId, project, needed))
    .filter((project) => ids.length === 0 || ids.includes(project.id))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter((project) => text === undefined || `${project.key} ${project.name}`.toLowerCase().includes(text))
    .sort(order(query.one('orderBy')));
  const views = found.map((project) => listView(call, project));
  const page = pageOf(query, 50, 100);
  call.cost.points += views.slice(page.startAt, page.startAt + page.maxResults).length;
  return json(200, pageBean(views, page, selfOf(world, 'project/search')));
}

function listView(call: Call, project: ProjectRecord): JsonObject {
  const expand = call.query.list('expand');
  const full = projectView(call.world, project);
  return {
    ...projectListView(call.world, project),
    ...(expand.includes('issueTypes') ? { issueTypes: full['issueTypes'] } : {}),
    ...(expand.includes('lead') ? { lead: full['lead'] } : {}),
    ...(expand.includes('description') ? { description: full['description'] } : {}),
  };
}

function stateOf(status: string): string {
  return status === 'deleted' ? 'trashed' : status;
}

function order(orderBy: string | undefined): (a: ProjectRecord, b: ProjectRecord) => number {
  const field = orderBy?.replace(/^[+-]/, '') === 'name' ? 'name' : 'key';
  const direction = orderBy?.startsWith('-') ? -1 : 1;
  return (a, b) => a[field].localeCompare(b[field], 'en') * direction;
}

function statuses(call: Call): JsonObject[] {
  const { world } = call;
  return named(call).setups.map((setup) => {
    const type = must(world.state.issueTypes.get(setup.issueTypeId), 'issue type');
    const workflow = must(world.state.workflows.get(setup.workflowId), 'workflow');
    const { self, id, name, subtask } = issueTypeView(world, type);
    const views = workflow.statusIds.map((statusId) =>
      statusView(world, must(world.state.statuses.get(statusId), 'status')),
    );
    return { self, id, name, subtask, statuses: views };
  });
}

function components(call: Call): JsonObject[] {
  const project = named(call);
  return project.components.map((component) => componentListView(call.world, project, component));
}

function componentPage(call: Call): ReturnType<Route['handle']> {
  const text = call.query.one('query')?.toLowerCase() ?? '';
  const all = components(call).filter((component) => textOf(component['name']).toLowerCase().includes(text));
  const self = selfOf(call.world, `project/${param(call, 'projectIdOrKey')}/component`);
  return json(200, pageBean(all, pageOf(call.query), self));
}

function versions(call: Call): JsonObject[] {
  const project = named(call);
  return project.versions.map((version) => versionView(call.world, project, version));
}

function roles(call: Call): JsonObject {
  return (projectView(call.world, named(call))['roles'] ?? {}) as JsonObject;
}

function securityLevels(call: Call): ReturnType<Route['handle']> {
  const levels = named(call).securityLevels.map((level) => securityLevelView(call.world, level));
  return json(200, { levels });
}
