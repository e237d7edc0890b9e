import { empty, invalidPayload, JiraError, json } from '../http/jira-error';
import { pageBean, pageOf } from '../http/paging';
import { bodyObject, param, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { visibleComments } from '../rules/comment-visibility';
import { addComment, deleteComment, editComment } from '../rules/comments';
import { mayOnIssue } from '../rules/permissions';
import type { CommentRecord, IssueRecord } from '../state/model';
import { selfOf } from '../views/choice-views';
import { commentView } from '../views/comment-view';
import { findVisibleIssue, issueOf } from './issue-access';

const LIST = '/rest/api/3/issue/{issueIdOrKey}/comment';
const ONE = `${LIST}/{id}`;
const BY_IDS = '/rest/api/3/comment/list';
const MOST_IDS = 1000;

/** Comments of one issue. */
export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: LIST, scopes: SCOPES.readWork, handle: list },
  { method: 'POST', path: LIST, scopes: SCOPES.writeWork, handle: add },
  { method: 'GET', path: ONE, scopes: SCOPES.readWork, handle: read },
  { method: 'PUT', path: ONE, scopes: SCOPES.writeWork, handle: edit },
  { method: 'DELETE', path: ONE, scopes: SCOPES.writeWork, handle: remove },
  { method: 'POST', path: BY_IDS, scopes: SCOPES.readWork, handle: byIds },
];

function list(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const { startAt, maxResults } = pageOf(call.query, 100, 5000);
  const all = visibleComments(call.world, issue, call.actor.accountId);
  const ordered = call.query.one('orderBy') === '-created' ? all.toReversed() : all;
  const page = ordered.slice(startAt, startAt + maxResults);
  call.cost.points += page.length;
  const comments = page.map((comment) => view(call, issue, comment));
  return json(200, { startAt, maxResults, total: all.length, comments });
}

/** Those that the caller may see, whichever issues they belong to; the others are left out. */
function byIds(call: Call): ReturnType<Route['handle']> {
  const { ids } = bodyObject(call, ['ids']);
  if (!Array.isArray(ids) || ids.length > MOST_IDS) throw invalidPayload();
  const wanted = new Set(ids.map(String));
  const found = [...call.world.state.issues.values()].flatMap((issue) =>
    issue.comments.some(({ id }) => wanted.has(id)) && findVisibleIssue(call, issue.id)
      ? visibleComments(call.world, issue, call.actor.accountId)
          .filter(({ id }) => wanted.has(id))
          .map((comment) => view(call, issue, comment))
      : [],
  );
  call.cost.points += found.length;
  const page = { startAt: 0, maxResults: Math.max(found.length, 1) };
  return json(200, pageBean(found, page, selfOf(call.world, 'comment/list')));
}

function view(call: Call, issue: IssueRecord, comment: CommentRecord): ReturnType<typeof commentView> {
  return commentView(call.world, issue, comment, call.query.list('expand').includes('properties'));
}

function read(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  return json(200, view(call, issue, commentOf(call, issue)));
}

function add(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const { world, actor } = call;
  if (!mayOnIssue(world, actor.accountId, issue, 'ADD_COMMENTS')) {
    const name = world.state.users.get(actor.accountId)?.displayName ?? actor.accountId;
    throw new JiraError(400, [`${name}, you do not have the permission to comment on this issue.`]);
  }
  return json(201, view(call, issue, addComment(world, actor, issue, bodyObject(call))));
}

function edit(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const comment = commentOf(call, issue);
  checkOwn(call, issue, comment, 'EDIT');
  editComment(call.world, call.actor, issue, comment, bodyObject(call));
  return json(200, view(call, issue, comment));
}

function remove(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const comment = commentOf(call, issue);
  checkOwn(call, issue, comment, 'DELETE');
  deleteComment(call.world, call.actor, issue, comment);
  return empty(204);
}

function checkOwn(call: Call, issue: IssueRecord, comment: CommentRecord, verb: 'EDIT' | 'DELETE'): void {
  const { world, actor } = call;
  const own =
    comment.authorId === actor.accountId && mayOnIssue(world, actor.accountId, issue, `${verb}_OWN_COMMENTS`);
  if (own || mayOnIssue(world, actor.accountId, issue, `${verb}_ALL_COMMENTS`)) return;
  throw new JiraError(400, [`You do not have the permission to ${verb.toLowerCase()} this comment.`]);
}

function commentOf(call: Call, issue: IssueRecord): CommentRecord {
  const id = param(call, 'id');
  const comment = visibleComments(call.world, issue, call.actor.accountId).find((c) => c.id === id);
  if (!comment) throw new JiraError(404, [`Can not find a comment for the id: ${id}.`]);
  return comment;
}
