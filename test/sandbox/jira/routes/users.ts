import { JiraError, json } from '../http/jira-error';
import { pageBean, pageOf } from '../http/paging';
import { SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { hasProjectPermission } from '../rules/permissions';
import { must, projectOf } from '../state/lookup';
import type { UserRecord } from '../state/model';
import { selfOf } from '../views/choice-views';
import { userView } from '../views/user-view';
import { visibleIssue, visibleProject } from './issue-access';

/** The people of the site, and their groups. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/myself', scopes: SCOPES.readUser, handle: myself },
  { method: 'GET', path: '/rest/api/3/user', scopes: SCOPES.readUser, handle: read },
  { method: 'GET', path: '/rest/api/3/user/bulk', scopes: SCOPES.readUser, handle: readMany },
  { method: 'GET', path: '/rest/api/3/user/search', scopes: SCOPES.readUser, handle: search },
  {
    method: 'GET',
    path: '/rest/api/3/user/assignable/search',
    scopes: SCOPES.readUser,
    handle: searchAssignable,
  },
  { method: 'GET', path: '/rest/api/3/group/bulk', scopes: SCOPES.readUser, handle: groups },
];

function groups(call: Call): ReturnType<Route['handle']> {
  const { query, world } = call;
  const [ids, names] = [query.list('groupId'), query.list('groupName')];
  const found = [...world.state.groups.values()]
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map(({ id, name }) => ({ groupId: id, name }));
  const page = pageOf(query);
  call.cost.points += found.slice(page.startAt, page.startAt + page.maxResults).length * 2;
  return json(200, pageBean(found, page, selfOf(world, 'group/bulk')));
}

function myself({ world, actor, cost }: Call): ReturnType<Route['handle']> {
  cost.points += 2;
  return json(200, {
    ...userView(world, must(world.state.users.get(actor.accountId), 'user')),
    locale: 'en_US',
    expand: 'groups,applicationRoles',
  });
}

function read(call: Call): ReturnType<Route['handle']> {
  const accountId = call.query.one('accountId');
  if (accountId === undefined) throw new JiraError(400, ['The query parameter accountId must be set.']);
  const user = call.world.state.users.get(accountId);
  if (!user)
    throw new JiraError(404, [`Specified user does not exist or you do not have required permissions`]);
  call.cost.points += 2;
  return json(200, userView(call.world, user));
}

function readMany(call: Call): ReturnType<Route['handle']> {
  const ids = call.query.list('accountId');
  if (ids.length === 0) throw new JiraError(400, ['The accountId query parameter is required.']);
  const { startAt, maxResults } = pageOf(call.query, 10, 200);
  const found = ids.flatMap((id) => call.world.state.users.get(id) ?? []);
  const values = page(call, found, startAt, maxResults);
  const isLast = startAt + values.length >= found.length;
  return json(200, {
    self: selfOf(call.world, 'user/bulk'),
    maxResults,
    startAt,
    total: found.length,
    isLast,
    values,
  });
}

function search(call: Call): ReturnType<Route['handle']> {
  const { query } = call;
  const accountId = query.one('accountId');
  const text = query.one('query');
  if (accountId === undefined && text === undefined)
    throw new JiraError(400, ['The username query parameter was not provided']);
  const { startAt, maxResults } = pageOf(query, 50, 1000);
  const found = [...call.world.state.users.values()].filter((user) =>
    accountId === undefined ? matches(user, text ?? '') : user.accountId === accountId,
  );
  return json(200, page(call, found, startAt, maxResults));
}

/** Matches the start of a word of the name, or the start of the address even when the profile hides it. */
function matches(user: UserRecord, text: string): boolean {
  const wanted = text.toLowerCase();
  const words = user.displayName.toLowerCase().split(/\s+/);
  const name =
    user.displayName.toLowerCase().startsWith(wanted) || words.some((word) => word.startsWith(wanted));
  const address = user.emailVisible ? user.email.startsWith(wanted) : user.email === wanted;
  return name || address;
}

function searchAssignable(call: Call): ReturnType<Route['handle']> {
  const { world, query } = call;
  const projectKey = query.one('project');
  const issueKey = query.one('issueKey') ?? query.one('issueId');
  if (projectKey === undefined && issueKey === undefined)
    throw new JiraError(400, ["Either 'project' or 'issueKey' must be specified."]);
  const project =
    issueKey === undefined
      ? visibleProject(call, projectKey ?? '')
      : projectOf(world.state, visibleIssue(call, issueKey));
  const { startAt, maxResults } = pageOf(query, 50, 1000);
  const found = [...world.state.users.values()]
    .filter((user) => user.active && user.accountType === 'atlassian')
    .filter((user) => hasProjectPermission(world, user.accountId, project, 'ASSIGNABLE_USER'))
    .filter((user) => query.one('accountId') === undefined || user.accountId === query.one('accountId'))
    .filter((user) => matches(user, query.one('query') ?? ''));
  return json(200, page(call, found, startAt, maxResults));
}

function page(
  call: Call,
  found: readonly UserRecord[],
  startAt: number,
  maxResults: number,
): ReturnType<typeof userView>[] {
  const values = found.slice(startAt, startAt + maxResults).map((user) => userView(call.world, user));
  call.cost.points += values.length * 2;
  return values;
}
