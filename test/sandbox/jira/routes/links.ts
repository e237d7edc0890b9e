import { empty, JiraError, json } from '../http/jira-error';
import { bodyObject, param, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { isObject } from '../json';
import { addComment, checkCommentBody } from '../rules/comments';
import { createLink, deleteLink, linkedIssueOf, linkTypeOf } from '../rules/links';
import { canSeeIssue, mayOnIssue } from '../rules/permissions';
import { must } from '../state/lookup';
import type { IssueRecord, LinkRecord } from '../state/model';
import { selfOf } from '../views/choice-views';
import { linkedIssueView, linkTypeView } from '../views/linked-issue-view';

const KEYS = ['comment', 'inwardIssue', 'outwardIssue', 'type'];

/** Issue links and their types. */
export const linkRoutes: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issueLink', scopes: SCOPES.writeWork, handle: create },
  { method: 'GET', path: '/rest/api/3/issueLink/{linkId}', scopes: SCOPES.readWork, handle: read },
  { method: 'DELETE', path: '/rest/api/3/issueLink/{linkId}', scopes: SCOPES.writeWork, handle: remove },
  {
    method: 'GET',
    path: '/rest/api/3/issueLinkType',
    scopes: SCOPES.readWork,
    handle: ({ world }) =>
      json(200, {
        issueLinkTypes: [...world.state.linkTypes.values()].map((type) => linkTypeView(world, type)),
      }),
  },
];

function create(call: Call): ReturnType<Route['handle']> {
  const { world, actor } = call;
  const body = bodyObject(call, KEYS);
  const type = linkTypeOf(world, body['type']);
  const source = linkedIssueOf(world, actor, body['inwardIssue']);
  const destination = linkedIssueOf(world, actor, body['outwardIssue']);
  checkMayLink(call, source);
  if (isObject(body['comment'])) checkCommentBody(body['comment']['body']);
  createLink(world, actor, type, source, destination);
  if (isObject(body['comment'])) addComment(world, actor, source, body['comment']);
  return empty(201);
}

function checkMayLink(call: Call, issue: IssueRecord): void {
  if (!mayOnIssue(call.world, call.actor.accountId, issue, 'LINK_ISSUES'))
    throw new JiraError(404, ['No Link Issue Permission for issue.']);
}

function read(call: Call): ReturnType<Route['handle']> {
  const { world } = call;
  const { link, source, destination } = visibleLink(call);
  return json(200, {
    id: link.id,
    self: selfOf(world, `issueLink/${link.id}`),
    type: linkTypeView(world, must(world.state.linkTypes.get(link.typeId), 'link type')),
    inwardIssue: linkedIssueView(world, source),
    outwardIssue: linkedIssueView(world, destination),
  });
}

function remove(call: Call): ReturnType<Route['handle']> {
  const { link, source } = visibleLink(call);
  checkMayLink(call, source);
  deleteLink(call.world, call.actor, link);
  return empty(204);
}

function visibleLink(call: Call): { link: LinkRecord; source: IssueRecord; destination: IssueRecord } {
  const { world, actor } = call;
  const id = param(call, 'linkId');
  const link = world.state.links.get(id);
  const source = link && world.state.issues.get(link.sourceId);
  const destination = link && world.state.issues.get(link.destinationId);
  const visible = [source, destination].every((issue) => issue && canSeeIssue(world, actor.accountId, issue));
  if (!link || !source || !destination || !visible)
    throw new JiraError(404, [`No issue link with id '${id}' exists.`]);
  return { link, source, destination };
}
