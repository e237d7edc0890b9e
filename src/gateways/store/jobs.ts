/** How far jobs are. */
import { kvs } from '@forge/kvs';
import { Job } from '../../contract/job';
import type { Jobs } from '../../flows/ports';

const keyOf = (id: string) => `job:${id}`;
const ttl = { unit: 'DAYS', value: 7 } as const;

/** The jobs of this installation. */
export function createJobs(): Jobs {
  return {
    get: async (id) => Job.optional().parse(await kvs.get(keyOf(id))),
    put: (job) => kvs.set(keyOf(job.id), job, { ttl }),
  };
}
