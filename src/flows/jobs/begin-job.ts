import type { JobTask } from '../../contract/job';
import type { Ports } from '../ports';

/** Begins a job that steers itself, and rings for its first step; answers its id. `total`: as far as is known. */
export async function beginJob(
  ports: Pick<Ports, 'jobs' | 'bells' | 'now'>,
  id: string,
  task: JobTask,
  total: number,
): Promise<string> {
  await ports.jobs.put({ id, done: false, seen: 0, total, at: ports.now(), task });
  await ports.jobs.setOpen(id, true);
  await ports.bells.ringWork(id);
  return id;
}
