/** How far jobs are. */
import { kvs } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import type { Jobs } from '../../flows/ports';
import { readOne } from './readable';

const keyOf = (id: string) => `job:${id}`;
const ttl = { unit: 'DAYS', value: 7 } as const;

/** The jobs of this installation. */
export function createJobs(): Jobs {
  return {
    get: async (id) => readOne(storedShapes.job, await kvs.get(keyOf(id))),
    put: (job) => kvs.set(keyOf(job.id), toStored(storedShapes.job, job), { ttl }),
  };
}
