/** Where the pass over all records goes on. It expires, so that a cursor that storage refuses one day stops nothing for long. */
import { kvs } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import type { Marks } from '../../flows/ports';
import { readOne } from './readable';

const key = 'look-at-all';

/** The mark of this installation. */
export function createMarks(): Marks {
  return {
    read: async () => readOne(storedShapes.place, await kvs.get(key)),
    write: (mark) => kvs.set(key, toStored(storedShapes.place, mark), { ttl: { unit: 'DAYS', value: 2 } }),
  };
}
