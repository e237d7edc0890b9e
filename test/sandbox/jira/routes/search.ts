import { createHash } from 'node:crypto';
import { invalidPayload, JiraError, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { idOf, isObject, stringOf, stringsOf } from '../json';
import type { Json } from '../json';
import { parseJql } from '../jql/parse';
import { compareHits, search } from '../jql/search';
import type { Hit, SortKey } from '../jql/search';
import { fieldSelection } from '../views/field-selection';
import { issueView } from '../views/issue-view';

const KEYS = [
  'expand',
  'fields',
  'fieldsByKeys',
  'includeArchivedProjects',
  'jql',
  'maxResults',
  'nextPageToken',
  'properties',
  'reconcileIssues',
];
const WEEK = 604_800_000;

const GONE =
  'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046';

/** Enhanced search, its count, and the removed search. */
export const searchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/search/jql',
    scopes: SCOPES.readWork,
    handle: (call) => answer(call, fromQuery(call)),
  },
  {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    scopes: SCOPES.readWork,
    handle: (call) => answer(call, fromBody(call)),
  },
  { method: 'POST', path: '/rest/api/3/search/approximate-count', scopes: SCOPES.readWork, handle: count },
  { method: 'GET', path: '/rest/api/3/search', scopes: SCOPES.none, handle: gone },
  { method: 'POST', path: '/rest/api/3/search', scopes: SCOPES.none, handle: gone },
];

function gone(): never {
  throw new JiraError(410, [GONE]);
}

interface SearchRequest {
  readonly jql: string;
  readonly maxResults: number;
  readonly token: string | undefined;
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly reconcile: readonly string[];
  readonly expand: readonly string[];
}

function fromQuery({ query }: Call): SearchRequest {
  return {
    jql: query.one('jql') ?? '',
    maxResults: query.int('maxResults', 50),
    token: query.one('nextPageToken'),
    fields: query.list('fields'),
    properties: query.list('properties'),
    reconcile: query.list('reconcileIssues'),
    expand: query.list('expand'),
  };
}

function fromBody(call: Call): SearchRequest {
  const body = bodyObject(call, KEYS);
  const maxResults = body['maxResults'] ?? 50;
  const fields = stringsOf(body['fields'] ?? []);
  const properties = stringsOf(body['properties'] ?? []);
  const expand = body['expand'] ?? '';
  if (typeof maxResults !== 'number' || !fields || !properties || typeof expand !== 'string')
    throw invalidPayload();
  return {
    jql: stringOf(body['jql']) ?? '',
    maxResults,
    token: stringOf(body['nextPageToken']),
    fields,
    properties,
    reconcile: reconcileIds(body['reconcileIssues'] ?? []),
    expand: expand.split(','),
  };
}

function reconcileIds(value: Json): string[] {
  if (!Array.isArray(value)) throw invalidPayload();
  return value.map((item) => {
    const id = idOf(item);
    if (id === undefined || !/^\d+$/.test(id)) throw invalidPayload();
    return id;
  });
}

function answer(call: Call, request: SearchRequest): ReturnType<Route['handle']> {
  checkLimits(request);
  const { world, actor } = call;
  const selection = fieldSelection(request.fields, ['id']);
  const light = selection.none && request.properties.length === 0;
  const size = light ? request.maxResults : Math.min(request.maxResults, world.options.searchPageCap);
  const hits = search(world, actor.accountId, request.jql, request.reconcile);
  const rest = request.token === undefined ? hits : after(call, request, hits, request.token);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const isLast = rest.length <= size;
  call.cost.points += page.length;
  const view = { accountId: actor.accountId, fields: selection, properties: request.properties };
  const issues = page.flatMap(({ id }) => {
    const issue = world.state.issues.get(id);
    return issue ? [issueView(world, issue, view)] : [];
  });
  const next = isLast || !last ? {} : { nextPageToken: writeToken(request.jql, last, world.clock.now()) };
  return json(200, { issues, ...next, isLast });
}

function checkLimits({ maxResults, properties, reconcile }: SearchRequest): void {
  if (maxResults < 1 || maxResults > 5000)
    throw new JiraError(400, ['maxResults must be between 1 and 5000.']);
  if (properties.length > 5) throw new JiraError(400, ['The maximum number of properties is 5.']);
  if (reconcile.length > 50) throw new JiraError(400, ['The maximum number of issues to reconcile is 50.']);
}

function hashOf(jql: string): string {
  return createHash('sha256').update(jql).digest('base64url').slice(0, 16);
}

function writeToken(jql: string, last: Hit, now: number): string {
  return Buffer.from(JSON.stringify({ q: hashOf(jql), k: last.key, at: now })).toString('base64url');
}

/** The hits behind the one a token names; the place counts, not how many came before it. */
function after(call: Call, request: SearchRequest, hits: readonly Hit[], token: string): Hit[] {
  const key = readToken(call, request.jql, token);
  const compare = compareHits(parseJql(request.jql).orderBy);
  return hits.filter((hit) => compare(hit, { id: '', key }) > 0);
}

function readToken(call: Call, jql: string, token: string): SortKey {
  const content = parseToken(token);
  const at = content['at'];
  const key = content['k'];
  const fresh = typeof at === 'number' && at > call.world.clock.now() - WEEK;
  if (content['q'] !== hashOf(jql) || !fresh || !Array.isArray(key))
    throw new JiraError(400, ['The provided next page token is invalid or expired.']);
  return key.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null));
}

function parseToken(token: string): Readonly<Record<string, Json | undefined>> {
  try {
    const content = JSON.parse(Buffer.from(token, 'base64url').toString()) as Json;
    return isObject(content) ? content : {};
  } catch {
    return {};
  }
}

function count(call: Call): ReturnType<Route['handle']> {
  const jql = stringOf(bodyObject(call, ['jql'])['jql']) ?? '';
  return json(200, { count: search(call.world, call.actor.accountId, jql, []).length });
}
