import type { JsonObject } from '../json';
import { must, projectOf } from '../state/lookup';
import type { ChangeItem, HistoryRecord, IssueRecord } from '../state/model';
import { issueTypeView, projectRefView } from '../views/project-view';
import { statusView } from '../views/status-view';
import { timestampOf } from '../views/timestamp';
import { userViewOf } from '../views/user-view';
import type { World } from '../world';

/** The issue as events carry it: a few fields, with addresses of version 2 of the API. */
export function eventIssue(world: World, issue: IssueRecord): JsonObject {
  const project = projectOf(world.state, issue);
  const fields = {
    summary: issue.values['summary'] ?? '',
    issuetype: issueTypeView(world, must(world.state.issueTypes.get(issue.issueTypeId), 'issue type')),
    creator: userViewOf(world, issue.creatorId),
    created: timestampOf(world, issue.createdAt),
    project: projectRefView(world, project),
    reporter: userViewOf(world, textOf(issue.values['reporter'])),
    assignee: userViewOf(world, textOf(issue.values['assignee'])),
    updated: timestampOf(world, issue.updatedAt),
    status: statusView(world, must(world.state.statuses.get(issue.statusId), 'status')),
  };
  return { id: issue.id, key: issue.key, fields: version2(fields) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function version2(fields: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(fields).replaceAll('/rest/api/3/', '/rest/api/2/')) as JsonObject;
}

/** Raises an event about an issue; every payload carries the issue, the account and the time. */
export function raiseIssueEvent(
  world: World,
  name: string,
  issue: IssueRecord,
  accountId: string,
  more: Readonly<JsonObject> = {},
): void {
  const at = world.clock.now();
  const payload = { issue: eventIssue(world, issue), atlassianId: accountId, ...more, timestamp: String(at) };
  world.events.emit({ name, payload, accountId, issueId: issue.id, at });
}

/** Raises `created:issue`. */
export function raiseCreated(world: World, issue: IssueRecord, accountId: string): void {
  raiseIssueEvent(world, 'avi:jira:created:issue', issue, accountId, {
    jiraEventTypeName: 'issue_created',
    associatedUsers: associated(world, [accountId]),
  });
}

/** Raises `updated:issue`, and `assigned:issue` in addition when the assignee changed. */
export function raiseUpdated(world: World, issue: IssueRecord, entry: HistoryRecord, subtype: string): void {
  const changelog: JsonObject = { id: entry.id, items: entry.items.map(eventItem) };
  const assigned = entry.items.find((item) => item.fieldId === 'assignee');
  const status = entry.items.find((item) => item.fieldId === 'status');
  const people = [entry.authorId, assigned?.from ?? null, assigned?.to ?? null];
  raiseIssueEvent(world, 'avi:jira:updated:issue', issue, entry.authorId, {
    jiraEventTypeName: subtype,
    changelog,
    associatedUsers: associated(world, people),
    ...(status ? { associatedStatuses: statuses(world, status) } : {}),
  });
  if (!assigned) return;
  raiseIssueEvent(world, 'avi:jira:assigned:issue', issue, entry.authorId, {
    changelog: { id: entry.id, items: [eventItem(assigned)] },
    associatedUsers: associated(world, people),
  });
}

function eventItem(item: ChangeItem): JsonObject {
  const { fieldId, ...rest } = item;
  return fieldId === null ? { ...rest } : { ...rest, fieldId };
}

function associated(world: World, accountIds: readonly (string | null)[]): JsonObject {
  const ids = new Set(accountIds.filter((id) => id !== null));
  return { associatedUsers: [...ids].map((id) => userViewOf(world, id)).filter((view) => view !== null) };
}

function statuses(world: World, item: ChangeItem): JsonObject[] {
  return [item.from, item.to].flatMap((id) => {
    const status = id === null ? undefined : world.state.statuses.get(id);
    return status ? [version2(statusView(world, status))] : [];
  });
}

/** The kind of update as Jira names it. */
export function updateSubtype(items: readonly ChangeItem[]): string {
  if (items.some((item) => item.field === 'Key')) return 'issue_moved';
  const resolution = items.find((item) => item.fieldId === 'resolution');
  if (resolution?.to) return 'issue_resolved';
  if (resolution?.from) return 'issue_reopened';
  if (items.some((item) => item.fieldId === 'status')) return 'issue_generic';
  return items.some((item) => item.fieldId === 'assignee') ? 'issue_assigned' : 'issue_updated';
}
