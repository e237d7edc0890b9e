/** Link records: a custom entity, written only by compare-and-set. */
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { LinkRecord } from '../../contract/link-record';
import { upgradeRecord } from '../../contract/stored/link-records';
import { failureLine } from '../../core/data/failure-line';
import { sha256 } from '../../core/data/hash';
import { unreadableRecord } from '../../core/sync/unreadable';
import { slices } from '../../core/data/lists';
import type { Links, RecordChange, RecordPage } from '../../flows/ports';
import { goingOn } from './going-on';
import { unpackRecord } from './packed';
import { rekey } from './rekey';
import { entityName, type Row, toRow } from './link-row';
import { StorageError } from './outage';
import { atVersion, refusalOf } from './transactions';
import { unitsOf } from './units';

const operations = 25;
/** The hundred records of a pass are read side by side. */
const readsAtOnce = 4;
const rounds = 4;
/** Of two issues each: a bulk fetch takes 100. */
const walkPage = 50;

type Columns = Omit<Row, 'body'>;

/** One that cannot be read is no reason to stop: it comes as one that is held, until a version comes that reads it. */
function toRecord({ body, ...columns }: Row): LinkRecord {
  const record = readBody(columns, String(body));
  if (!record) return unreadableRecord(columns, String(body));
  const again = record.unreadable === undefined ? undefined : readBody(columns, record.unreadable);
  return again ? { ...again, held: record.held ?? again.held } : record;
}

/** What only an index needs is no part of the record, and left out by its schema. */
function readBody(columns: Columns, body: string): LinkRecord | undefined {
  try {
    return upgradeRecord({ ...columns, ...(unpackRecord(body) as object) });
  } catch (error) {
    const { connection, findingId } = columns;
    const ids = { connection: String(connection), finding: sha256(String(findingId)).slice(0, 16) };
    console.error(failureLine('reading a record', error, ids));
    return undefined;
  }
}

/** The link records of this installation. */
export function createLinks(): Links {
  return {
    getMany,
    saveMany,
    saveTogether,
    rekey,
    due,
    heldPage,
    ofProduct,
    newestOf,
    withStatus,
    newest,
    walk,
    countOf,
    pageOf: (connection, cursor) =>
      goingOn(cursor, () => readPage(queryOfConnection(connection, 100), cursor)),
    ofConnection,
    forget,
  };
}

async function getMany(keys: readonly string[]): Promise<Map<string, LinkRecord>> {
  const found = new Map<string, LinkRecord>();
  for (const some of slices([...new Set(keys)], operations * readsAtOnce)) {
    const read = await Promise.all(slices(some, operations).map(readSome));
    for (const [key, row] of read.flat()) found.set(key, toRecord(row));
  }
  return found;
}

async function readSome(keys: readonly string[]): Promise<[string, Row][]> {
  const answer = await kvs.batchGet<Row>(keys.map((key) => ({ key, entityName })));
  const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new StorageError(`Reading link records failed: ${failed.error.code}`);
  return answer.successfulKeys.map(({ key, value }) => [key, value]);
}

async function saveMany(changes: readonly RecordChange[]): Promise<Set<string>> {
  const saved = new Set<string>();
  for (const some of slices(changes, operations)) for (const key of await saveSome(some)) saved.add(key);
  return saved;
}

/**
 * One failed condition fails the whole transaction: those whose version moved on are left out, the rest is tried again.
 * @throws what storage said when it refuses although every version stands.
 */
async function saveSome(changes: readonly RecordChange[]): Promise<string[]> {
  let rest = [...changes];
  for (let round = 1; rest.length > 0; round += 1) {
    const refusal = await transact(rest);
    if (!refusal) return rest.map(({ key }) => key);
    const stand = await standing(rest);
    if (stand.size === rest.length && round >= rounds) throw refusal;
    rest = rest.filter(({ key }) => stand.has(key));
  }
  return [];
}

/** @throws what storage said when it refuses although every version stands */
async function saveTogether(changes: readonly RecordChange[]): Promise<boolean> {
  for (let round = 1; ; round += 1) {
    const refusal = await transact(changes);
    if (!refusal) return true;
    if ((await standing(changes)).size < changes.length) return false;
    if (round >= rounds) throw refusal;
  }
}

/** The keys of the records that nobody else changed. */
export async function standing(changes: readonly RecordChange[]): Promise<Set<string>> {
  const stored = await getMany(changes.map(({ key }) => key));
  const stand = changes.filter(({ key, expected }) => stored.get(key)?.version === expected);
  return new Set(stand.map(({ key }) => key));
}

/** The refusal when a condition was not met or another transaction was in the way. */
function transact(changes: readonly RecordChange[]): Promise<Error | undefined> {
  const transaction = kvs.transact();
  for (const change of changes) setRecord(transaction, change);
  return refusalOf(transaction);
}

type Transaction = ReturnType<typeof kvs.transact>;

/** Adds a record to a transaction, which then fails unless the expected version stands. */
export function setRecord(transaction: Transaction, { key, record, expected }: RecordChange): void {
  transaction.set(key, toRow(record), { entityName, conditions: atVersion(expected) });
}

async function due(before: number, limit: number) {
  const page = await kvs
    .entity<Row>(entityName)
    .query()
    .index('dueAt')
    .where(WhereConditions.lessThanEqualTo(before))
    .limit(Math.min(limit, 100))
    .getMany();
  return page.results.map(({ key, value }) => ({ key, record: toRecord(value) }));
}

function heldPage(cause: string, cursor?: string, limit?: number) {
  return pageOf('by-cause', [cause], cursor, limit);
}

function ofProduct(connection: string, product: string, cursor?: string) {
  return pageOf('by-product', [connection, product], cursor);
}

async function newestOf(connection: string, product: string, limit: number) {
  const rows = kvs
    .entity<Row>(entityName)
    .query()
    .index('by-product', { partition: [connection, product] });
  return (await readPage(rows.sort(Sort.DESC).limit(limit), undefined)).records;
}

function withStatus(status: string, cursor?: string) {
  return pageOf('by-status', [status], cursor);
}

function newest(cursor?: string) {
  return readPage(kvs.entity<Row>(entityName).query().index('seenAt').sort(Sort.DESC).limit(100), cursor);
}

/** By key, which never changes. */
function walk(cursor?: string) {
  return pageOf('by-key', [], cursor, walkPage);
}

function pageOf(
  index: string,
  partition: string[],
  cursor: string | undefined,
  limit = 100,
): Promise<RecordPage> {
  const rows = kvs.entity<Row>(entityName).query();
  return readPage(
    (partition.length > 0 ? rows.index(index, { partition }) : rows.index(index)).limit(limit),
    cursor,
  );
}

async function readPage(
  query: ReturnType<typeof queryOfConnection>,
  cursor: string | undefined,
): Promise<RecordPage> {
  const { results, nextCursor } = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
  const records = results.map(({ key, value }) => ({ key, record: toRecord(value) }));
  return { records, units: unitsOf(results), ...(nextCursor === undefined ? {} : { next: nextCursor }) };
}

/** The keys of a connection's records begin with its own. */
function queryOfConnection(connection: string, limit: number) {
  return kvs
    .entity<Row>(entityName)
    .query()
    .index('by-key')
    .where(WhereConditions.beginsWith(`${connection}:`))
    .limit(limit);
}

async function countOf(connection: string, upTo: number): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const query = queryOfConnection(connection, Math.min(100, upTo));
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    count += page.results.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined && count < upTo);
  return Math.min(count, upTo);
}

async function ofConnection(connection: string, limit: number) {
  const { results } = await queryOfConnection(connection, limit).getMany();
  return results.map(({ key, value }) => ({ key, record: toRecord(value) }));
}

async function forget(keys: readonly string[]): Promise<void> {
  for (const some of slices(keys, operations)) {
    const transaction = kvs.transact();
    for (const key of some) transaction.delete(key, { entityName });
    await transaction.execute();
  }
}
