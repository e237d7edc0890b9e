/** What is known of the results of reports: a family of scopes as a record, the results of each scope beside it. */
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { KnownResult, knownResultsVersion, upgradeKnownResults } from '../../contract/stored/known-results';
import { type ReportFamily, ScopeState, upgradeReportFamily } from '../../contract/stored/reports';
import type { KnownStore } from '../../flows/ports-inbox';
import { atVersion, isDone } from './transactions';
import { deleteValues, packIntoValues, readValues, writeValues } from './value-lists';

const entityName = 'family';
const familiesAtOnce = 10;

interface Row {
  readonly connection: string;
  readonly version: number;
  readonly body: object;
}

/** The knowledge of this installation. */
export function createKnown(): KnownStore {
  return {
    async family(key) {
      const row = await kvs.entity<Row>(entityName).get(key);
      return row === undefined ? undefined : upgradeReportFamily(row.body);
    },
    save,
    async results(family, state) {
      const lists = await readValues(keysOf(family, state));
      const results = lists.flatMap((list) => z.array(KnownResult).parse(list));
      return upgradeKnownResults({ v: knownResultsVersion, results }).results;
    },
    async putResults(family, { key, generation }, results) {
      const values = packIntoValues(results);
      const state = { key, generation, values: values.length };
      const keys = keysOf(family, state);
      await writeValues(values.map((value, index) => ({ key: keys[index] ?? '', value })));
      return values.length;
    },
    removeResults: (family, state) => deleteValues(keysOf(family, state)),
    remove,
    forgetSome,
  };
}

/** The results before their family: what names them must outlive them. One that cannot be read names none any more. */
async function forgetSome(connection: string): Promise<boolean> {
  const { results } = await kvs
    .entity<Row>(entityName)
    .query()
    .index('connection')
    .where(WhereConditions.equalTo(connection))
    .limit(familiesAtOnce)
    .getMany();
  for (const { key, value } of results) {
    const scopes =
      z.object({ scopes: z.array(ScopeState).catch([]) }).safeParse(value.body).data?.scopes ?? [];
    for (const state of scopes) await deleteValues(keysOf(key, state));
    await kvs.entity<Row>(entityName).delete(key);
  }
  return results.length === familiesAtOnce;
}

function keysOf(
  family: string,
  { key, generation, values }: Pick<ScopeState, 'key' | 'generation' | 'values'>,
) {
  return Array.from(
    { length: values },
    (_, index) => `known:${family}:${key}:${String(generation)}:${String(index)}`,
  );
}

async function save(
  connection: string,
  key: string,
  family: ReportFamily,
  expected: number | undefined,
): Promise<boolean> {
  const row: Row = { connection, version: family.version, body: family };
  const conditions = atVersion(expected);
  return isDone(kvs.transact().set(key, row, { entityName, conditions }));
}

async function remove(key: string, expected: number): Promise<boolean> {
  const conditions = atVersion(expected);
  return isDone(kvs.transact().delete(key, { entityName, conditions }));
}
