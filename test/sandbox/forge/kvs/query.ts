import type { EntityDefinition } from '../manifest';
import { checkCondition, checkFilters, holds, meets, type Condition, type Filters } from './conditions';
import { indexesOf } from './limits';
import { badRequest } from './refusal';
import { present, type MetadataOptions } from './present';
import { BY_KEY, isGone, type Space, type StoredRecord } from './space';
import { compare, type IndexEntry, type RangeValue, type SortedEntries } from './sorted';

/** A page of records and, where more follow, the place to go on from. */
export interface Page {
  readonly data: readonly object[];
  readonly cursor?: string;
}

export interface KeyQuery {
  readonly where?: readonly Condition[];
  readonly after?: string;
  readonly limit?: number;
  readonly options?: MetadataOptions;
}

export interface EntityQuery {
  readonly entityName: string;
  readonly indexName: string;
  readonly partition?: readonly unknown[];
  readonly range?: Condition;
  readonly filters?: Filters;
  readonly sort?: 'ASC' | 'DESC';
  readonly cursor?: string;
  readonly limit?: number;
  readonly options?: MetadataOptions;
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

interface Scan {
  readonly list: SortedEntries<StoredRecord> | undefined;
  readonly range: Condition | undefined;
  readonly filters: Filters | undefined;
  readonly descending: boolean;
  readonly limit: number;
  readonly after: { range: RangeValue; key: string } | undefined;
  readonly now: number;
  readonly options: MetadataOptions | undefined;
}

/** `kvs.query()`: by key, at most with a prefix. */
export function queryKeys(space: Space, query: KeyQuery, now: number): Page {
  const { where = [], after, limit = DEFAULT_LIMIT, options } = query;
  if (limit < 1 || limit > MAX_LIMIT)
    throw badRequest('LIST_QUERY_LIMIT_EXCEEDED', 'Limit for list query should be below 100.');
  if (where.length > 1)
    throw badRequest('QUERY_WHERE_INVALID', 'KVS queries should contain only a single "where" clause.');
  const [range] = where;
  if (range && range.property !== 'key')
    throw badRequest('QUERY_WHERE_FIELD_INVALID', 'The specified field is not supported for filters.');
  if (range && range.condition !== 'BEGINS_WITH')
    throw badRequest('INVALID_FILTER_CONDITION', 'The specified condition is not supported for filters.');
  const list = space.entries(BY_KEY.name, [], now);
  const mark = JSON.stringify(where);
  return scan(
    { list, range, filters: undefined, descending: false, limit, after: decode(after, mark), now, options },
    mark,
  );
}

/** `kvs.entity().query().index()`: one partition of one index, in the order of its range. */
export function queryEntity(entity: EntityDefinition, space: Space, query: EntityQuery, now: number): Page {
  const { indexName, partition = [], range, filters, sort, cursor, limit = DEFAULT_LIMIT, options } = query;
  const index = indexName === BY_KEY.name ? BY_KEY : indexesOf(entity).find(({ name }) => name === indexName);
  if (!index) throw badRequest('INVALID_ENTITY_INDEX', `${entity.name} has no index ${indexName}.`);
  if (partition.length !== (index.partition ?? []).length)
    throw badRequest(
      'INVALID_FILTER_VALUES',
      `${indexName} needs a value for each attribute of its partition.`,
    );
  if (limit < 1 || limit > MAX_LIMIT)
    throw badRequest(
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      'The page limit must be set between 1 and 100.',
    );
  const [attribute] = index.range;
  if (range && attribute !== undefined) checkCondition(entity, attribute, range);
  if (
    range &&
    ['NOT_EQUAL_TO', 'CONTAINS', 'NOT_CONTAINS', 'EXISTS', 'NOT_EXISTS'].includes(range.condition)
  ) {
    throw badRequest('INVALID_FILTER_CONDITION', `${range.condition} is not supported for a range.`);
  }
  checkFilters(entity, filters);
  const list = space.entries(indexName, partition, now);
  const mark = JSON.stringify([entity.name, indexName, partition, range, filters, sort]);
  return scan(
    { list, range, filters, descending: sort === 'DESC', limit, after: decode(cursor, mark), now, options },
    mark,
  );
}

/** Filters act on the page that was read: a page can be empty although more follow. */
function scan(plan: Scan, mark: string): Page {
  const taken: IndexEntry<StoredRecord>[] = [];
  let more = false;
  for (const entry of inRange(plan)) {
    if (isGone(entry.record, plan.now)) continue;
    if (taken.length === plan.limit) {
      more = true;
      break;
    }
    taken.push(entry);
  }
  const data = taken
    .filter((entry) => meets(plan.filters, entry.record.value))
    .map((entry) => present(entry.record, plan.options));
  const last = taken.at(-1);
  return more && last ? { data, cursor: encode(last, mark) } : { data };
}

function* inRange({ list, range, descending, after }: Scan): Generator<IndexEntry<StoredRecord>> {
  const entries = list?.entries ?? [];
  const bound = range && lowerBound(range);
  const first = bound === undefined || !list ? 0 : list.position(bound, '');
  const step = descending ? -1 : 1;
  let at = descending ? entries.length - 1 : first;
  if (after && list)
    at = descending
      ? list.position(after.range, after.key) - 1
      : Math.max(first, list.position(after.range, after.key));
  let entered = false;
  for (let entry = entries[at]; entry; entry = entries[(at += step)]) {
    if (after && compare(entry, after.range, after.key) === 0) continue;
    if (!range || holds(range, entry.range)) {
      entered = true;
      yield entry;
    } else if (entered || !(descending || entry.range === bound)) return;
  }
}

function lowerBound({ condition, values }: Condition): RangeValue | undefined {
  return condition.startsWith('LESS_THAN') ? undefined : (values[0] as RangeValue);
}

/** A cursor belongs to its query. It is opaque to the app. */
function encode({ range, key }: IndexEntry<unknown>, mark: string): string {
  return Buffer.from(JSON.stringify([range, key, mark])).toString('base64url');
}

function decode(cursor: string | undefined, mark: string): Scan['after'] {
  if (cursor === undefined) return undefined;
  try {
    const [range, key, own] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      RangeValue,
      string,
      string,
    ];
    if (own === mark) return { range, key };
  } catch {
    // Falls through to the refusal: not a cursor at all.
  }
  throw badRequest('INVALID_CURSOR', 'The cursor does not belong to this query.');
}
