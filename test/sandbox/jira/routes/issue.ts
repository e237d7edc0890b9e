import { empty, JiraError, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import type { JsonObject } from '../json';
import { deleteIssue, subtasksOf } from '../rules/delete-issue';
import { editIssue } from '../rules/edit-issue';
import { hasGlobalPermission, hasProjectPermission, mayOnIssue } from '../rules/permissions';
import { projectOf } from '../state/lookup';
import type { IssueRecord } from '../state/model';
import { fieldSelection } from '../views/field-selection';
import { expansions } from './expand-issue';
import { issueView } from '../views/issue-view';
import { editMetaView } from './meta';
import { issueOf, throwConflict } from './issue-access';

const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';

/** GET, PUT and DELETE of one issue. */
export const issueRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: ISSUE,
    scopes: SCOPES.readWork,
    handle: (call) => json(200, readIssue(call, issueOf(call))),
  },
  { method: 'PUT', path: ISSUE, scopes: SCOPES.writeWork, handle: edit },
  { method: 'DELETE', path: ISSUE, scopes: SCOPES.writeWork, handle: remove },
  {
    method: 'GET',
    path: `${ISSUE}/editmeta`,
    scopes: SCOPES.readWork,
    handle: (call) => json(200, editMetaView(call.world, call.actor, issueOf(call))),
  },
];

function readIssue(call: Call, issue: IssueRecord): JsonObject {
  const { world, query } = call;
  const expand = new Set(query.list('expand'));
  const { accountId } = call.actor;
  call.cost.points += 1;
  const view = issueView(world, issue, {
    accountId,
    fields: fieldSelection(query.list('fields'), ['*all']),
    properties: query
      .list('properties')
      .flatMap((key) => (key === '*all' ? Object.keys(issue.properties) : key)),
    names: expand.has('names'),
    schema: expand.has('schema'),
  });
  return { ...view, ...expansions(call, issue, expand) };
}

function edit(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const body = bodyObject(call);
  checkQuiet(call, issue);
  throwConflict(call, issue);
  editIssue(call.world, call.actor, issue, body);
  return call.query.flag('returnIssue', false) ? json(200, readIssue(call, issue)) : empty(204);
}

function checkQuiet(call: Call, issue: IssueRecord): void {
  const { world, actor } = call;
  if (call.query.flag('notifyUsers', true) || world.options.notifyUsersWithoutAdmin === 'ignore') return;
  const project = projectOf(world.state, issue);
  const isAdmin =
    hasGlobalPermission(world, actor.accountId, 'ADMINISTER') ||
    hasProjectPermission(world, actor.accountId, project, 'ADMINISTER_PROJECTS');
  if (!isAdmin)
    throw new JiraError(400, [
      'To discard the user notification either admin or project admin permissions are required.',
    ]);
}

function remove(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const { world, actor } = call;
  if (!mayOnIssue(world, actor.accountId, issue, 'DELETE_ISSUES'))
    throw new JiraError(403, ['You do not have permission to delete issues in this project.']);
  throwConflict(call, issue);
  if (subtasksOf(world, issue).length > 0 && call.query.one('deleteSubtasks') !== 'true')
    throw new JiraError(400, [
      `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    ]);
  deleteIssue(world, actor, issue);
  return empty(204);
}
