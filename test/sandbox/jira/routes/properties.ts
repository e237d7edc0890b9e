import { empty, JiraError, json } from '../http/jira-error';
import { param, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { mayOnIssue } from '../rules/permissions';
import { checkProperty, putProperty, removeProperty } from '../rules/properties';
import type { IssueRecord } from '../state/model';
import { selfOf } from '../views/choice-views';
import { issueOf, throwConflict } from './issue-access';

const LIST = '/rest/api/3/issue/{issueIdOrKey}/properties';
const ONE = `${LIST}/{propertyKey}`;

/** Properties of one issue. */
export const propertyRoutes: readonly Route[] = [
  { method: 'GET', path: LIST, scopes: SCOPES.readWork, handle: list },
  { method: 'GET', path: ONE, scopes: SCOPES.readWork, handle: read },
  { method: 'PUT', path: ONE, scopes: SCOPES.writeWork, handle: write },
  { method: 'DELETE', path: ONE, scopes: SCOPES.writeWork, handle: remove },
];

function list(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const keys = Object.keys(issue.properties).map((key) => ({
    self: selfOf(call.world, `issue/${issue.id}/properties/${encodeURIComponent(key)}`),
    key,
  }));
  return json(200, { keys });
}

function read(call: Call): ReturnType<Route['handle']> {
  const key = param(call, 'propertyKey');
  const value = issueOf(call).properties[key];
  if (value === undefined) throw notFound(key);
  return json(200, { key, value });
}

function write(call: Call): ReturnType<Route['handle']> {
  const issue = editable(call);
  const key = param(call, 'propertyKey');
  if (call.body === undefined)
    throw new JiraError(400, ['The property value must be a valid, non-empty JSON.']);
  checkProperty(key, call.body);
  throwConflict(call, issue);
  const isNew = putProperty(call.world, issue, key, call.body);
  call.world.index.note(issue);
  return isNew ? empty(201) : empty(200);
}

function remove(call: Call): ReturnType<Route['handle']> {
  const issue = editable(call);
  const key = param(call, 'propertyKey');
  if (!removeProperty(call.world, issue, key)) throw notFound(key);
  call.world.index.note(issue);
  return empty(204);
}

function editable(call: Call): IssueRecord {
  const issue = issueOf(call);
  if (!mayOnIssue(call.world, call.actor.accountId, issue, 'EDIT_ISSUES'))
    throw new JiraError(403, ['You do not have permission to edit issues in this project.']);
  return issue;
}

function notFound(key: string): JiraError {
  return new JiraError(404, [`The property '${key}' does not exist.`]);
}
