/** The places that rules have a day: one record a rule, changed by compare-and-set. */
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import type { DayQuota } from '../../contract/day-quota';
import { storedShapes } from '../../contract/stored/shapes';
import { readStored, toStored } from '../../contract/stored/versions';
import { canonical } from '../../core/data/hash';
import { emptyQuota } from '../../core/sync/day-quota';
import type { Quotas } from '../../flows/ports';
import { StorageError } from './outage';

const entityName = 'quota';
const rounds = 10;

interface Row {
  readonly version: number;
  readonly body: object;
}

/** The quotas of this installation. */
export function createQuotas(): Quotas {
  return {
    async change(rule, changed) {
      for (let round = 1; round <= rounds; round += 1) {
        const row = await kvs.entity<Row>(entityName).get(rule);
        const before = row === undefined ? emptyQuota : readStored(storedShapes.quota, row.body);
        const after = changed(before);
        if (canonical(after) === canonical(before)) return before;
        const next = { ...after, version: before.version + 1 };
        if (await isSaved(rule, next, before.version)) return next;
      }
      throw new StorageError('The places of a rule are taken by too many at once.');
    },
  };
}

async function isSaved(rule: string, quota: DayQuota, expected: number): Promise<boolean> {
  const version = expected === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(expected);
  const row = { version: quota.version, body: toStored(storedShapes.quota, quota) };
  try {
    await kvs
      .transact()
      .set(rule, row, { entityName, conditions: new Filter<Row>().and('version', version) })
      .execute();
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && [400, 409].includes(error.responseDetails.status)) return false;
    throw error;
  }
}
