import { empty, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { addComment, checkCommentBody } from '../rules/comments';
import { finishUpdate } from '../rules/edit-issue';
import { objectOr } from '../json';
import { makeLinks, readLinkOperations } from '../rules/link-operations';
import { putProperty, readProperties } from '../rules/properties';
import { availableTransitions, carryOut, checkTransition } from '../rules/transitions';
import { transitionView } from '../views/transition-view';
import { issueOf, throwConflict } from './issue-access';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/transitions';

/** The transitions an issue offers, and making one. */
export const transitionRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, scopes: SCOPES.readWork, handle: list },
  { method: 'POST', path: PATH, scopes: SCOPES.writeWork, handle: perform },
];

function list(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const { world, query } = call;
  const withFields = query.list('expand').includes('transitions.fields');
  const only = query.one('transitionId');
  const transitions = availableTransitions(world, call.actor.accountId, issue)
    .filter((transition) => only === undefined || transition.id === only)
    .map((transition) => transitionView(world, issue, transition, withFields));
  call.cost.points += 1;
  return json(200, { expand: 'transitions', transitions });
}

function perform(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const { world, actor } = call;
  const body = bodyObject(call);
  throwConflict(call, issue);
  const checked = checkTransition(world, actor, issue, body);
  const comments = checked.changes.comments.map((operation) => objectOr(operation['add']));
  for (const comment of comments) checkCommentBody(comment['body']);
  const links = readLinkOperations(world, actor, checked.changes.links);
  const properties = readProperties(body['properties']);
  for (const { key, value } of properties) putProperty(world, issue, key, value);
  finishUpdate(world, actor, issue, carryOut(world, issue, checked));
  for (const comment of comments) addComment(world, actor, issue, comment);
  makeLinks(world, actor, issue, links);
  return empty(204);
}
