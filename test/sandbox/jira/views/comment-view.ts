import type { JsonObject } from '../json';
import type { CommentRecord, IssueRecord } from '../state/model';
import type { World } from '../world';
import { selfOf } from './choice-views';
import { timestampOf } from './timestamp';
import { userViewOf } from './user-view';

/** A comment as lists, issues and events show it. */
export function commentView(
  world: World,
  issue: IssueRecord,
  comment: CommentRecord,
  withProperties = false,
): JsonObject {
  const role = comment.visibilityRole;
  return {
    self: selfOf(world, `issue/${issue.id}/comment/${comment.id}`),
    id: comment.id,
    author: userViewOf(world, comment.authorId) ?? undefined,
    body: comment.body,
    updateAuthor: userViewOf(world, comment.updateAuthorId) ?? undefined,
    created: timestampOf(world, comment.createdAt),
    updated: timestampOf(world, comment.updatedAt),
    ...(role === null ? {} : { visibility: { type: 'role', value: role, identifier: role } }),
    ...(withProperties ? { properties: comment.properties.map(({ key, value }) => ({ key, value })) } : {}),
    jsdPublic: true,
  };
}
