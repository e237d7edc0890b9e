import { invalidPayload, JiraError, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { idOf, stringsOf } from '../json';
import type { Json, JsonObject } from '../json';
import { compile } from '../jql/compile';
import { parseJql } from '../jql/parse';
import { search } from '../jql/search';

/** Checks of JQL: which issues match, and whether a query can be read. */
export const jqlRoutes: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/jql/match', scopes: SCOPES.readWork, handle: match },
  { method: 'POST', path: '/rest/api/3/jql/parse', scopes: SCOPES.readWork, handle: parse },
];

function match(call: Call): ReturnType<Route['handle']> {
  const body = bodyObject(call, ['issueIds', 'jqls']);
  const jqls = stringsOf(body['jqls']);
  const ids = Array.isArray(body['issueIds']) ? body['issueIds'].map((id) => idOf(id) ?? '') : undefined;
  if (!jqls || !ids) throw invalidPayload();
  return json(200, { matches: jqls.map((jql) => matchOne(call, jql, ids)) });
}

function matchOne(call: Call, jql: string, ids: readonly string[]): JsonObject {
  try {
    const hits = new Set(search(call.world, call.actor.accountId, jql, []).map((hit) => hit.id));
    return { matchedIssues: ids.filter((id) => hits.has(id)).map(Number), errors: [] };
  } catch (error) {
    return { matchedIssues: [], errors: messagesOf(error) };
  }
}

function parse(call: Call): ReturnType<Route['handle']> {
  const queries = stringsOf(bodyObject(call, ['queries'])['queries']);
  const validation = call.query.one('validation') ?? 'strict';
  if (!queries || !['strict', 'warn', 'none'].includes(validation)) throw invalidPayload();
  return json(200, { queries: queries.map((query) => parseOne(call, query, validation)) });
}

/** What cannot be read is always an error; what names something unknown is one only when strict. */
function parseOne(call: Call, query: string, validation: string): JsonObject {
  try {
    const { where } = parseJql(query);
    const problems =
      validation === 'none' || !where
        ? []
        : problemsOf(() => compile(call.world, call.actor.accountId, where));
    if (problems.length === 0) return { query };
    return validation === 'warn' ? { query, warnings: problems } : { query, errors: problems };
  } catch (error) {
    return { query, errors: messagesOf(error) };
  }
}

function problemsOf(check: () => unknown): Json[] {
  try {
    check();
    return [];
  } catch (error) {
    return messagesOf(error);
  }
}

function messagesOf(error: unknown): Json[] {
  if (error instanceof JiraError) return [...error.messages];
  throw error;
}
