import { json } from '../http/jira-error';
import { JiraError } from '../http/jira-error';
import { pageOf } from '../http/paging';
import { param, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { codecOf } from '../fields/codecs';
import type { JsonObject } from '../json';
import { setupOfIssue } from '../rules/create-issue';
import { maySetField } from '../rules/field-changes';
import { hasProjectPermission, mayOnIssue } from '../rules/permissions';
import { must, projectOf, setupOf } from '../state/lookup';
import type { IssueRecord, ProjectRecord } from '../state/model';
import { fieldMetadata } from '../views/field-metadata';
import { issueTypeView } from '../views/project-view';
import type { Actor, World } from '../world';
import { visibleProject } from './issue-access';

const META = '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes';

/** Create metadata of a project, and the removed endpoint that gave it for all. */
export const metaRoutes: readonly Route[] = [
  { method: 'GET', path: META, scopes: SCOPES.readWork, handle: issueTypes },
  { method: 'GET', path: `${META}/{issueTypeId}`, scopes: SCOPES.readWork, handle: fields },
];

function creatableProject(call: Call): ProjectRecord {
  call.cost.points += 1;
  const project = visibleProject(call, param(call, 'projectIdOrKey'));
  if (!hasProjectPermission(call.world, call.actor.accountId, project, 'CREATE_ISSUES'))
    throw new JiraError(404, [`No project could be found with key '${project.key}'.`]);
  return project;
}

function issueTypes(call: Call): ReturnType<Route['handle']> {
  const project = creatableProject(call);
  const { startAt, maxResults } = pageOf(call.query, 50, 200);
  const all = project.setups.map((setup) =>
    issueTypeView(call.world, must(call.world.state.issueTypes.get(setup.issueTypeId), 'issue type')),
  );
  const page = all.slice(startAt, startAt + maxResults);
  return json(200, { startAt, maxResults, total: all.length, issueTypes: page });
}

function fields(call: Call): ReturnType<Route['handle']> {
  const project = creatableProject(call);
  const setup = setupOf(project, param(call, 'issueTypeId'));
  if (!setup) throw new JiraError(404, ['The issue type does not exist in the project.']);
  const { startAt, maxResults } = pageOf(call.query, 50, 200);
  const settable = setup.createScreen.filter(({ fieldId }) =>
    maySetField(call.world, call.actor.accountId, project, fieldId),
  );
  const all = settable.map(({ fieldId, required }) => {
    const field = must(call.world.state.fields.get(fieldId), 'field');
    return { ...fieldMetadata(call.world, project, setup.issueTypeId, field, required), fieldId };
  });
  const page = all.slice(startAt, startAt + maxResults);
  return json(200, { startAt, maxResults, total: all.length, fields: page });
}

/** The fields an account may edit on an issue; none without the permission to edit. */
export function editMetaView(world: World, actor: Actor, issue: IssueRecord): JsonObject {
  if (!mayOnIssue(world, actor.accountId, issue, 'EDIT_ISSUES')) return { fields: {} };
  const project = projectOf(world.state, issue);
  const entries = setupOfIssue(world, issue).fieldIds.flatMap((fieldId) => {
    const field = must(world.state.fields.get(fieldId), 'field');
    const editable = codecOf(field.kind) !== undefined || field.kind === 'issuelinks';
    if (!editable || !maySetField(world, actor.accountId, project, fieldId)) return [];
    return [
      [fieldId, fieldMetadata(world, project, issue.issueTypeId, field, fieldId === 'summary')] as const,
    ];
  });
  return { fields: Object.fromEntries(entries) };
}
