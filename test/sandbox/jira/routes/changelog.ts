import { invalidPayload, JiraError, json } from '../http/jira-error';
import { pageBean, pageOf } from '../http/paging';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { stringsOf } from '../json';
import type { HistoryRecord } from '../state/model';
import { historyView } from '../views/changelog-view';
import { selfOf } from '../views/choice-views';
import { findVisibleIssue, issueOf } from './issue-access';

/** The history of one issue, and of many. */
export const changelogRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
    scopes: SCOPES.readWork,
    handle: list,
  },
  { method: 'POST', path: '/rest/api/3/changelog/bulkfetch', scopes: SCOPES.readWork, handle: bulkFetch },
];

/** Oldest first. */
function list(call: Call): ReturnType<Route['handle']> {
  const issue = issueOf(call);
  const all = issue.history.map((entry) => historyView(call.world, entry));
  const page = pageBean(all, pageOf(call.query, 100, 100), selfOf(call.world, `issue/${issue.id}/changelog`));
  return json(200, page);
}

function bulkFetch(call: Call): ReturnType<Route['handle']> {
  const body = bodyObject(call, ['fieldIds', 'issueIdsOrKeys', 'maxResults', 'nextPageToken']);
  const names = stringsOf(body['issueIdsOrKeys']);
  const fieldIds = stringsOf(body['fieldIds'] ?? []);
  if (!names || !fieldIds) throw invalidPayload();
  if (names.length === 0 || names.length > 1000)
    throw new JiraError(400, ['The number of issues must be between 1 and 1000.']);
  if (fieldIds.length > 10) throw new JiraError(400, ['The maximum number of field ids is 10.']);
  const issueChangeLogs = names.flatMap((name) => {
    const issue = findVisibleIssue(call, name);
    const histories = issue?.history.filter((entry) => concerns(entry, fieldIds)) ?? [];
    if (!issue || histories.length === 0) return [];
    return [{ issueId: issue.id, changeHistories: histories.map((entry) => historyView(call.world, entry)) }];
  });
  return json(200, { issueChangeLogs });
}

function concerns(entry: HistoryRecord, fieldIds: readonly string[]): boolean {
  return (
    fieldIds.length === 0 ||
    entry.items.some((item) => item.fieldId !== null && fieldIds.includes(item.fieldId))
  );
}
