/** What the set-up of this installation remembers. */
import { kvs } from '@forge/kvs';
import { SetUpMemory } from '../../contract/set-up';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import type { SetUpStore } from '../../flows/ports';
import { readOne } from './readable';

const key = 'set-up';

/** The memory of the set-up; empty before its first step. */
export function createSetUpStore(): SetUpStore {
  return {
    read: async () => readOne(storedShapes.setUp, await kvs.get(key)) ?? SetUpMemory.parse({}),
    write: (memory) => kvs.set(key, toStored(storedShapes.setUp, memory)),
  };
}
