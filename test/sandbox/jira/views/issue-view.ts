import { codecOf } from '../fields/codecs';
import { schemaOf } from '../fields/field-schema';
import type { Json, JsonObject } from '../json';
import { subtasksOf } from '../rules/delete-issue';
import { linksOf } from '../rules/links';
import { canSeeIssue } from '../rules/permissions';
import { visibleComments } from '../rules/comment-visibility';
import { must, projectOf, setupOf } from '../state/lookup';
import type { IssueRecord } from '../state/model';
import type { World } from '../world';
import { selfOf } from './choice-views';
import { commentView } from './comment-view';
import type { FieldSelection } from './field-selection';
import { issueLinkView, linkedIssueView } from './linked-issue-view';
import { issueTypeView, projectRefView } from './project-view';
import { statusCategoryView, statusView } from './status-view';
import { timestampOf } from './timestamp';
import { userViewOf } from './user-view';

const EXPAND = 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';
const COMPUTED = [
  'statuscategorychangedate',
  'statusCategory',
  'status',
  'created',
  'updated',
  'resolutiondate',
  'creator',
  'subtasks',
  'comment',
] as const;
const EMPTY_LISTS = new Set(['labels', 'components', 'fixVersions', 'versions']);

/** What an issue answer carries besides id, key and self. */
export interface IssueViewRequest {
  readonly accountId: string;
  readonly fields: FieldSelection;
  readonly properties: readonly string[];
  readonly names?: boolean;
  readonly schema?: boolean;
}

/** An issue as GET issue, search and bulk fetch show it to an account. */
export function issueView(world: World, issue: IssueRecord, request: IssueViewRequest): JsonObject {
  const ids = fieldIds(world, issue).filter((id) => request.fields.includes(id));
  const view: JsonObject = {
    expand: EXPAND,
    id: issue.id,
    self: selfOf(world, `issue/${issue.id}`),
    key: issue.key,
  };
  if (!request.fields.none)
    view['fields'] = Object.fromEntries(
      ids.map((id) => [id, fieldView(world, issue, id, request.accountId)]),
    );
  if (request.properties.length > 0) view['properties'] = pickProperties(issue, request.properties);
  if (request.names)
    view['names'] = Object.fromEntries(ids.map((id) => [id, world.state.fields.get(id)?.name ?? id]));
  if (request.schema) view['schema'] = Object.fromEntries(ids.flatMap((id) => schemaEntry(world, id)));
  return view;
}

function schemaEntry(world: World, id: string): [string, JsonObject][] {
  const field = world.state.fields.get(id);
  return field ? [[id, schemaOf(field)]] : [];
}

function pickProperties(issue: IssueRecord, keys: readonly string[]): JsonObject {
  const found = keys.filter((key) => key in issue.properties);
  return Object.fromEntries(found.map((key) => [key, issue.properties[key] ?? null]));
}

/** The fields an issue has, in the project and type it is in. */
function fieldIds(world: World, issue: IssueRecord): string[] {
  const setup = must(setupOf(projectOf(world.state, issue), issue.issueTypeId), 'issue type');
  return [...setup.fieldIds, ...COMPUTED];
}

/** One field of an issue as answers show it. */
export function fieldView(world: World, issue: IssueRecord, id: string, accountId: string): Json {
  const { state } = world;
  const status = must(state.statuses.get(issue.statusId), 'status');
  switch (id) {
    case 'status':
      return statusView(world, status);
    case 'statusCategory':
      return statusCategoryView(world, status.category);
    case 'statuscategorychangedate':
      return timestampOf(world, issue.statusChangedAt);
    case 'created':
      return timestampOf(world, issue.createdAt);
    case 'updated':
      return timestampOf(world, issue.updatedAt);
    case 'resolutiondate':
      return issue.resolvedAt === null ? null : timestampOf(world, issue.resolvedAt);
    case 'creator':
      return userViewOf(world, issue.creatorId);
    case 'project':
      return projectRefView(world, projectOf(state, issue));
    case 'issuetype':
      return issueTypeView(world, must(state.issueTypes.get(issue.issueTypeId), 'issue type'));
    case 'subtasks':
      return subtasksOf(world, issue).map((subtask) => linkedIssueView(world, subtask));
    case 'issuelinks':
      return linkViews(world, issue, accountId);
    case 'comment':
      return commentsView(world, issue, accountId);
    default:
      return storedView(world, issue, id);
  }
}

function storedView(world: World, issue: IssueRecord, id: string): Json {
  const field = world.state.fields.get(id);
  const value = issue.values[id];
  if (!field || value === undefined) return EMPTY_LISTS.has(id) ? [] : null;
  return codecOf(field.kind)?.view(value, world, projectOf(world.state, issue), field) ?? null;
}

function linkViews(world: World, issue: IssueRecord, accountId: string): JsonObject[] {
  const visible = linksOf(world, issue).filter((link) => {
    const other = world.state.issues.get(link.sourceId === issue.id ? link.destinationId : link.sourceId);
    return other && canSeeIssue(world, accountId, other);
  });
  return visible.map((link) => issueLinkView(world, link, issue.id));
}

function commentsView(world: World, issue: IssueRecord, accountId: string): JsonObject {
  const comments = visibleComments(world, issue, accountId).map((comment) =>
    commentView(world, issue, comment),
  );
  return {
    comments,
    self: selfOf(world, `issue/${issue.id}/comment`),
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}
