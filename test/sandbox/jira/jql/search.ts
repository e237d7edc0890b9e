import { JiraError } from '../http/jira-error';
import { canSeeIssue } from '../rules/permissions';
import type { World } from '../world';
import { nameOf } from './clause';
import { compile } from './compile';
import { searchableField } from './fields';
import { indexedCopy } from './indexed-issue';
import type { IndexedIssue } from './indexed-issue';
import { parseJql } from './parse';
import type { Sort } from './query';
import { walk } from './searchable';
import type { Candidates } from './searchable';

/** The place of an issue in an ordered result. */
export type SortKey = readonly (string | number | null)[];

export interface Hit {
  readonly id: string;
  readonly key: SortKey;
}

const UNBOUNDED =
  'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';

/** The visible issues that match, in order. Named issues are read fresh instead of from the index. */
export function search(world: World, accountId: string, jql: string, fresh: readonly string[]): Hit[] {
  const query = parseJql(jql);
  if (!query.where) throw new JiraError(400, [UNBOUNDED]);
  if (query.orderBy.length > 7) throw new JiraError(400, ['The maximum number of fields in ORDER BY is 7.']);
  const { test, candidates } = compile(world, accountId, query.where);
  const order = query.orderBy.map((sort) => sortValue(world, sort));
  const hits: Hit[] = [];
  for (const issue of scope(world, candidates, fresh)) {
    if (test(issue) && isVisible(world, accountId, issue))
      hits.push({ id: issue.id, key: keyOf(issue, order) });
  }
  const comparator = compareHits(query.orderBy);
  return hits.sort(comparator);
}

function* scope(
  world: World,
  candidates: Candidates | undefined,
  fresh: readonly string[],
): Iterable<IndexedIssue> {
  const named = new Set(fresh);
  const ids = candidates ? walk(candidates) : world.index.visible().keys();
  for (const id of ids) {
    const copy = named.has(id) ? undefined : world.index.find(id);
    if (copy) yield copy;
  }
  for (const id of named) {
    const issue = world.state.issues.get(id);
    if (issue) yield indexedCopy(issue);
  }
}

function isVisible(world: World, accountId: string, issue: IndexedIssue): boolean {
  const current = world.state.issues.get(issue.id);
  const project = world.state.projects.get(issue.projectId);
  return current !== undefined && project?.state === 'live' && canSeeIssue(world, accountId, current);
}

function sortValue(world: World, sort: Sort): (issue: IndexedIssue) => string | number | null {
  const field = searchableField(world, sort.field);
  if (field?.kind === 'choice' && field.order) return field.order;
  if (field?.kind === 'number' || field?.kind === 'date') return (issue) => field.value(issue)[0] ?? null;
  if (field?.kind === 'text' && field.sortable) return (issue) => field.text(issue)?.toLowerCase() ?? null;
  throw new JiraError(400, [`Not able to sort using field '${nameOf(sort.field)}'.`]);
}

function keyOf(
  issue: IndexedIssue,
  order: readonly ((issue: IndexedIssue) => string | number | null)[],
): SortKey {
  const values = order.map((value) => value(issue));
  return order.length === 0 ? [issue.createdAt, Number(issue.id)] : [...values, Number(issue.id)];
}

/** Compares places in a result; without ORDER BY the newest issue comes first. */
export function compareHits(orderBy: readonly Sort[]): (a: Hit, b: Hit) => number {
  const directions = [
    ...(orderBy.length === 0 ? [-1] : orderBy.map((sort) => (sort.descending ? -1 : 1))),
    -1,
  ];
  return (a, b) => {
    for (const [at, direction] of directions.entries()) {
      const difference = compareValues(a.key[at] ?? null, b.key[at] ?? null);
      if (difference !== 0) return difference * direction;
    }
    return 0;
  };
}

function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
