/** The places that rules have a day: one record a rule, changed by compare-and-set. */
import { kvs } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { readStored, toStored } from '../../contract/stored/versions';
import { canonical } from '../../core/data/hash';
import { emptyQuota } from '../../core/sync/day-quota';
import type { Quotas } from '../../flows/ports';
import { StorageError } from './outage';
import { isSaved, type Row } from './transactions';

const entityName = 'quota';
const rounds = 10;

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
        const saved = { version: next.version, body: toStored(storedShapes.quota, next) };
        if (await isSaved(entityName, rule, saved, before.version)) return next;
      }
      throw new StorageError('The places of a rule are taken by too many at once.');
    },
  };
}
