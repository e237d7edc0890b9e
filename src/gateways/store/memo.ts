/** What an installation remembers once, and several change at the same time: by compare-and-set, each under its name. */
import { kvs } from '@forge/kvs';
import type { z } from 'zod';
import type { StoredShape } from '../../contract/stored/versions';
import { toStored } from '../../contract/stored/versions';
import { canonical } from '../../core/data/hash';
import type { Memo } from '../../flows/ports';
import { StorageError } from './outage';
import { readOne } from './readable';
import { isSaved, type Row } from './transactions';

const entityName = 'memo';
const rounds = 10;

/** The memo of this name. Older versions stored it as a plain value under the same name. */
export function createMemo<Shape extends z.ZodType<object>>(
  name: string,
  shape: StoredShape<Shape>,
): Memo<z.output<Shape>> {
  async function look() {
    const row = await kvs.entity<Row>(entityName).get(name);
    const stored = row === undefined ? await kvs.get(name) : row.body;
    return { version: row?.version ?? 0, value: readOne(shape, stored) };
  }
  return {
    read: async () => (await look()).value,
    async change(changed) {
      for (let round = 1; round <= rounds; round += 1) {
        const { version, value } = await look();
        const after = changed(value);
        if (canonical(after) === canonical(value)) return;
        const row = { version: version + 1, body: toStored(shape, after) };
        if (await isSaved(entityName, name, row, version)) return;
      }
      throw new StorageError(`${name} is changed by too many at once.`);
    },
  };
}
