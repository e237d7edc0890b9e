import { invalidPayload, JiraError, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { stringsOf } from '../json';
import type { JsonObject } from '../json';
import type { IssueRecord } from '../state/model';
import { fieldSelection } from '../views/field-selection';
import { issueView } from '../views/issue-view';
import { expansions } from './expand-issue';
import { findVisibleIssue } from './issue-access';

const KEYS = ['expand', 'fields', 'fieldsByKeys', 'issueIdsOrKeys', 'properties'];
/** A bulk fetch shows no more of an issue's changes. */
const SHOWN_CHANGES = 40;
const LISTS = new Set(['comment', 'worklog', 'attachment']);
const HEAVY = new Set([
  'changelog',
  'editmeta',
  'operations',
  'renderedFields',
  'transitions',
  'versionedRepresentations',
]);

/** POST issue/bulkfetch. */
export const bulkFetchRoutes: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issue/bulkfetch', scopes: SCOPES.readWork, handle: bulkFetch },
];

function bulkFetch(call: Call): ReturnType<Route['handle']> {
  const body = bodyObject(call, KEYS);
  const names = stringsOf(body['issueIdsOrKeys']);
  const fields = stringsOf(body['fields'] ?? []);
  const properties = stringsOf(body['properties'] ?? []);
  const expand = stringsOf(body['expand'] ?? []);
  if (!names || !fields || !properties || !expand) throw invalidPayload();
  const limit = isLight(fields, expand) ? 1000 : 100;
  if (names.length === 0 || names.length > limit)
    throw new JiraError(400, [`The number of issues must be between 1 and ${String(limit)}.`]);
  if (properties.length > 5) throw new JiraError(400, ['The maximum number of properties is 5.']);
  const { issues, errors } = collect(call, names);
  call.cost.points += issues.length;
  const selection = fieldSelection(fields, ['*navigable']);
  const request = { accountId: call.actor.accountId, fields: selection, properties };
  return json(200, {
    issues: issues.map((issue) => ({
      ...issueView(call.world, issue, request),
      ...expansions(call, issue, new Set(expand), SHOWN_CHANGES),
    })),
    issueErrors: errors,
  });
}

/** More issues fit a request that names a few single-valued fields. */
function isLight(fields: readonly string[], expand: readonly string[]): boolean {
  const named = fields.length > 0 && fields.length <= 100;
  return named && !fields.some((f) => /^[*-]/.test(f) || LISTS.has(f)) && !expand.some((e) => HEAVY.has(e));
}

function collect(call: Call, names: readonly string[]): { issues: IssueRecord[]; errors: JsonObject[] } {
  const found = new Map<string, IssueRecord>();
  const errors: JsonObject[] = [];
  for (const name of new Set(names)) {
    const issue = findVisibleIssue(call, name);
    if (issue) found.set(issue.id, issue);
    else
      errors.push({
        id: name,
        errorMessage: 'Issue does not exist or you do not have permission to see it.',
      });
  }
  const issues = [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
  return { issues, errors: call.world.options.missingInBulkfetch === 'reported' ? errors : [] };
}
