/** What the last look after references found. */
import { kvs } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import type { HealthStore } from '../../flows/ports';
import { readOne } from './readable';

const key = 'health';

/** The health of this installation's settings. */
export function createHealthStore(): HealthStore {
  return {
    read: async () => readOne(storedShapes.health, await kvs.get(key)),
    write: (health) => kvs.set(key, toStored(storedShapes.health, health)),
  };
}
