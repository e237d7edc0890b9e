import { isObject } from '../json';
import type { JsonObject } from '../json';
import { projectOf } from '../state/lookup';
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
  const { visibility } = comment;
  return {
    self: selfOf(world, `issue/${issue.id}/comment/${comment.id}`),
    id: comment.id,
    author: userViewOf(world, comment.authorId) ?? undefined,
    body: comment.body,
    updateAuthor: userViewOf(world, comment.updateAuthorId) ?? undefined,
    created: timestampOf(world, comment.createdAt),
    updated: timestampOf(world, comment.updatedAt),
    ...(visibility ? { visibility: { ...visibility, identifier: identifierOf(world, visibility) } } : {}),
    ...(withProperties ? { properties: comment.properties.map(({ key, value }) => ({ key, value })) } : {}),
    jsdPublic: !isInternal(world, issue, comment),
  };
}

/** Roles go by their names, groups by ids. */
function identifierOf(
  world: World,
  { type, value }: NonNullable<CommentRecord['visibility']>,
): string | null {
  if (type === 'role') return value;
  return [...world.state.groups.values()].find(({ name }) => name === value)?.id ?? null;
}

/** Only service projects know internal comments; a property says that one is. */
function isInternal(world: World, issue: IssueRecord, { properties }: CommentRecord): boolean {
  if (projectOf(world.state, issue).typeKey !== 'service_desk' || !world.options.internalComments)
    return false;
  const said = properties.find(({ key }) => key === 'sd.public.comment')?.value;
  return isObject(said) && said['internal'] === true;
}
