import { JiraError, json } from '../http/jira-error';
import { pageBean, pageOf } from '../http/paging';
import { SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { canSeeProject, hasGlobalPermission } from '../rules/permissions';
import { findProject, must } from '../state/lookup';
import type { PriorityRecord, StatusRecord } from '../state/model';
import { priorityView, resolutionView, securityLevelView, selfOf } from '../views/choice-views';
import { issueTypeView } from '../views/project-view';
import { statusCategoryView, statusListView, statusView } from '../views/status-view';
import { textOf } from '../json';
import type { JsonObject } from '../json';

/** Priorities, resolutions, statuses, issue types, labels and security schemes. */
export const vocabularyRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/priority/search', scopes: SCOPES.none, handle: searchPriorities },
  { method: 'GET', path: '/rest/api/3/resolution/search', scopes: SCOPES.readWork, handle: resolutions },
  { method: 'GET', path: '/rest/api/3/status', scopes: SCOPES.readWork, handle: statuses },
  { method: 'GET', path: '/rest/api/3/statuscategory', scopes: SCOPES.readWork, handle: categories },
  { method: 'GET', path: '/rest/api/3/statuses', scopes: SCOPES.readWorkflow, handle: statusesById },
  { method: 'GET', path: '/rest/api/3/statuses/search', scopes: SCOPES.readWorkflow, handle: searchStatuses },
  { method: 'GET', path: '/rest/api/3/issuetype', scopes: SCOPES.readWork, handle: issueTypes },
  {
    method: 'GET',
    path: '/rest/api/3/issuetype/project',
    scopes: SCOPES.readWork,
    handle: projectIssueTypes,
  },
  { method: 'GET', path: '/rest/api/3/label', scopes: SCOPES.readWork, handle: labels },
  {
    method: 'GET',
    path: '/rest/api/3/issuesecurityschemes',
    scopes: SCOPES.manageProject,
    handle: securitySchemes,
  },
];

function all(call: Call): PriorityRecord[] {
  return [...call.world.state.priorities.values()];
}

function fullPriority(call: Call, priority: PriorityRecord): JsonObject {
  return {
    ...priorityView(call.world, priority),
    description: priority.description,
    statusColor: priority.color,
  };
}

/** Filtered by the schemes of the named projects; a project without priorities has none. */
function searchPriorities(call: Call): ReturnType<Route['handle']> {
  const { world, query } = call;
  const projectIds = query.list('projectId');
  const ids = query.list('id');
  const projects = projectIds.map((id) => findProject(world.state, id));
  const inSchemes = new Set(projects.flatMap((project) => project?.priorityIds ?? []));
  const defaults = new Set(projects.map((project) => project?.defaultPriorityId));
  const found = all(call)
    .filter((priority) => projectIds.length === 0 || inSchemes.has(priority.id))
    .filter((priority) => ids.length === 0 || ids.includes(priority.id))
    .filter((priority) =>
      priority.name.toLowerCase().includes(query.one('priorityName')?.toLowerCase() ?? ''),
    )
    .map((priority) => ({ ...fullPriority(call, priority), isDefault: defaults.has(priority.id) }));
  return json(200, pageBean(found, pageOf(query), selfOf(world, 'priority/search')));
}

function resolutions({ world, query, cost }: Call): ReturnType<Route['handle']> {
  cost.points += 1;
  const ids = query.list('id');
  const found = [...world.state.resolutions.values()]
    .filter((resolution) => ids.length === 0 || ids.includes(resolution.id))
    .map((resolution) => ({ ...resolutionView(world, resolution), default: false }));
  return json(200, pageBean(found, pageOf(query), selfOf(world, 'resolution/search')));
}

function visibleStatuses(call: Call): StatusRecord[] {
  const { world, actor } = call;
  return [...world.state.statuses.values()].filter((status) => {
    const owner = status.projectId === null ? undefined : world.state.projects.get(status.projectId);
    return status.projectId === null || (owner !== undefined && canSeeProject(world, actor.accountId, owner));
  });
}

function statuses(call: Call): ReturnType<Route['handle']> {
  return json(
    200,
    visibleStatuses(call).map((status) => statusView(call.world, status)),
  );
}

function categories({ world }: Call): ReturnType<Route['handle']> {
  return json(
    200,
    (['TODO', 'IN_PROGRESS', 'DONE'] as const).map((category) => statusCategoryView(world, category)),
  );
}

function requireAdmin(call: Call): void {
  if (!hasGlobalPermission(call.world, call.actor.accountId, 'ADMINISTER'))
    throw new JiraError(403, ['Only Jira administrators can access statuses.']);
}

function statusesById(call: Call): ReturnType<Route['handle']> {
  requireAdmin(call);
  const ids = call.query.list('id');
  if (ids.length === 0 || ids.length > 50)
    throw new JiraError(400, ['The number of ids must be between 1 and 50.']);
  const found = [...call.world.state.statuses.values()].filter((status) => ids.includes(status.id));
  return json(200, found.map(statusListView));
}

function searchStatuses(call: Call): ReturnType<Route['handle']> {
  requireAdmin(call);
  const { world, query } = call;
  const projectId = query.one('projectId');
  const category = query.one('statusCategory');
  const text = query.one('searchString')?.toLowerCase() ?? '';
  const found = [...world.state.statuses.values()]
    .filter((status) => status.projectId === (projectId ?? null))
    .filter((status) => category === undefined || status.category === category)
    .filter((status) => status.name.toLowerCase().includes(text))
    .map(statusListView);
  return json(200, pageBean(found, pageOf(query, 200, 200), selfOf(world, 'statuses/search')));
}

function issueTypes({ world }: Call): ReturnType<Route['handle']> {
  return json(
    200,
    [...world.state.issueTypes.values()].map((type) => issueTypeView(world, type)),
  );
}

function projectIssueTypes(call: Call): ReturnType<Route['handle']> {
  const { world, actor } = call;
  const project = findProject(world.state, call.query.one('projectId') ?? '');
  if (!project || !canSeeProject(world, actor.accountId, project))
    throw new JiraError(404, ['The project was not found.']);
  const types = project.setups.map((setup) =>
    must(world.state.issueTypes.get(setup.issueTypeId), 'issue type'),
  );
  return json(
    200,
    types.map((type) => issueTypeView(world, type)),
  );
}

function labels(call: Call): ReturnType<Route['handle']> {
  const { world, query } = call;
  const found = new Set<string>();
  for (const issue of world.state.issues.values()) {
    const values = issue.values['labels'];
    if (Array.isArray(values)) for (const label of values) found.add(textOf(label));
  }
  return json(200, pageBean([...found].sort(), pageOf(query, 1000, 1000), selfOf(world, 'label')));
}

function securitySchemes(call: Call): ReturnType<Route['handle']> {
  const { world } = call;
  if (!hasGlobalPermission(world, call.actor.accountId, 'ADMINISTER'))
    throw new JiraError(403, ['You do not have permission to administer Jira.']);
  const projects = [...world.state.projects.values()].filter((project) => project.securityLevels.length > 0);
  const issueSecuritySchemes = projects.map((project) => ({
    self: selfOf(world, `issuesecurityschemes/${project.id}`),
    id: Number(project.id),
    name: `${project.name} issue security scheme`,
    description: '',
    levels: project.securityLevels.map((level) => securityLevelView(world, level)),
  }));
  return json(200, { issueSecuritySchemes });
}
