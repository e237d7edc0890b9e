import { resumeForgetting } from '../connections/forget-archived';
import type { Ports } from '../ports';
import { resumeJobs } from './work-job';

/** Every few minutes, and hourly should that be lost: one whose worker died goes on where it was left. */
export async function watchJobs(ports: Ports): Promise<void> {
  const isForgetting = await resumeForgetting(ports);
  if ((await resumeJobs(ports)) || isForgetting) await ports.bells.ringWatch();
}
