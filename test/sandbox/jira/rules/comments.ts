import { raiseIssueEvent } from '../events/issue-events';
import { invalidPayload, JiraError } from '../http/jira-error';
import { copyOf, isObject, stringOf } from '../json';
import type { Json, JsonObject } from '../json';
import type { CommentRecord, IssueRecord } from '../state/model';
import { nextId } from '../state/site-state';
import { commentView } from '../views/comment-view';
import type { Actor, World } from '../world';
import { adfLength, isValidAdf, looksLikeDocument, mentionsIn, TEXT_LIMIT } from './adf';
import { touch } from './store-changes';

const COMMENT_CAP = 5000;

/** Refuses a comment body that Jira would refuse. @throws JiraError 400 */
export function checkCommentBody(body: Json | undefined): void {
  if (body === undefined || body === null)
    throw new JiraError(400, [], { comment: 'Comment body can not be empty!' });
  if (!looksLikeDocument(body))
    throw new JiraError(400, [], {
      comment: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    });
  if (adfLength(body) > TEXT_LIMIT)
    throw new JiraError(400, [], {
      comment: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    });
  if (!isValidAdf(body)) throw new JiraError(400, ['INVALID_INPUT']);
}

/** Adds a comment and raises its events. @throws JiraError 400 and 413 */
export function addComment(world: World, actor: Actor, issue: IssueRecord, input: JsonObject): CommentRecord {
  checkCommentBody(input['body']);
  if (issue.comments.length >= COMMENT_CAP)
    throw new JiraError(413, ['The issue has reached the limit of 5000 comments.']);
  const now = world.clock.now();
  const comment: CommentRecord = {
    id: nextId(world.state, 'comment'),
    authorId: actor.accountId,
    updateAuthorId: actor.accountId,
    body: copyOf(input['body'] ?? null),
    createdAt: now,
    updatedAt: now,
    visibility: visibilityOf(world, input),
    properties: commentProperties(input['properties']),
  };
  issue.comments.push(comment);
  touch(world, issue);
  announce(world, actor, issue, comment, []);
  return comment;
}

/** Replaces a comment's body and raises its events: Jira sends the same event as for a new comment. */
export function editComment(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  comment: CommentRecord,
  input: JsonObject,
): void {
  checkCommentBody(input['body']);
  const mentioned = mentionsIn(comment.body);
  comment.body = copyOf(input['body'] ?? null);
  comment.updateAuthorId = actor.accountId;
  comment.updatedAt = world.clock.now();
  if ('visibility' in input) comment.visibility = visibilityOf(world, input);
  if ('properties' in input) comment.properties = commentProperties(input['properties']);
  touch(world, issue);
  announce(world, actor, issue, comment, mentioned);
}

/** Removes a comment and raises its event. */
export function deleteComment(world: World, actor: Actor, issue: IssueRecord, comment: CommentRecord): void {
  issue.comments = issue.comments.filter((other) => other !== comment);
  touch(world, issue);
  raiseIssueEvent(world, 'avi:jira:deleted:comment', issue, actor.accountId, {
    comment: commentView(world, issue, comment),
  });
}

function announce(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  comment: CommentRecord,
  before: readonly string[],
): void {
  const view = commentView(world, issue, comment);
  raiseIssueEvent(world, 'avi:jira:commented:issue', issue, actor.accountId, {
    comment: view,
    associatedUsers: { associatedUsers: [view['author'] ?? null] },
  });
  const mentioned = mentionsIn(comment.body).filter((id) => id !== actor.accountId && !before.includes(id));
  if (mentioned.length === 0) return;
  raiseIssueEvent(world, 'avi:jira:mentioned:comment', issue, actor.accountId, {
    comment: view,
    mentionedAccountIds: mentioned,
  });
}

function visibilityOf(world: World, input: JsonObject): CommentRecord['visibility'] {
  const visibility = input['visibility'];
  if (!isObject(visibility)) return null;
  const [type, value] = [visibility['type'], stringOf(visibility['value'])];
  if ((type !== 'role' && type !== 'group') || value === undefined) throw invalidPayload();
  if (type === 'group' && ![...world.state.groups.values()].some(({ name }) => name === value))
    throw new JiraError(400, [], { commentLevel: `Group '${value}' does not exist.` });
  return { type, value };
}

function commentProperties(value: Json | undefined): { key: string; value: Json }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalidPayload();
  return value.map((item) => {
    const key = isObject(item) ? stringOf(item['key']) : undefined;
    if (!isObject(item) || key === undefined) throw invalidPayload();
    return { key, value: copyOf(item['value'] ?? null) };
  });
}
