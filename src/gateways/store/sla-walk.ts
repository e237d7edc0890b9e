/** How far the walk is that brings changed clocks to all findings. */
import { kvs } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import type { SlaWalkStore } from '../../flows/ports';
import { readOne } from './readable';

const key = 'sla-walk';

/** The walk of this installation. */
export function createSlaWalk(): SlaWalkStore {
  return {
    read: async () => readOne(storedShapes.slaWalk, await kvs.get(key)),
    write: (walk) => kvs.set(key, toStored(storedShapes.slaWalk, walk)),
  };
}
