/** Jobs that steer themselves: page after page, each noted before the next, so that one goes on wherever it was left. */
import type { Job, JobTask } from '../../contract/job';
import type { Ports } from '../ports';
import { applyStep } from './apply-anew';
import { estimateStep } from './estimate';
import { simulateStep } from './simulate';
import type { Stepped } from './step';
import { aliasesStep } from './tell-aliases';

/** An invocation ends well before the platform ends it. */
const workMs = 5 * 60_000;
/** A job that did not get on for so long has lost its worker or its bell; no step takes so long. */
const lostMs = 4 * 60_000;

/** Goes on with a job until it is done, has to wait, or time is up. */
export async function workJob(ports: Ports, id: string): Promise<void> {
  const until = ports.now() + workMs;
  let job = await ports.jobs.get(id);
  while (job?.task && !job.done) {
    if (await ports.jobs.isStopAsked(id)) job = { ...job, done: true, stopped: true };
    else {
      const { after, ...stepped } = await stepOf(ports, job, job.task);
      job = { ...job, ...stepped };
      if (!job.done && (after !== undefined || ports.now() >= until)) {
        await note(ports, job, after);
        return ports.bells.ringWork(id, after);
      }
    }
    await note(ports, job);
  }
  await ports.jobs.setOpen(id, false);
}

/** `after`: seconds until it goes on. */
function note(ports: Ports, job: Job, after = 0): Promise<void> {
  const at = ports.now() + after * 1000;
  return ports.jobs.put({ ...job, total: Math.max(job.total, job.seen), at });
}

function stepOf(ports: Ports, job: Job, task: JobTask): Promise<Stepped<JobTask>> {
  switch (task.kind) {
    case 'simulate':
      return simulateStep(ports, { ...job, task });
    case 'estimate':
      return estimateStep(ports, { ...job, task });
    case 'aliases':
      return aliasesStep(ports, { ...job, task });
    case 'apply':
      return applyStep(ports, { ...job, task });
  }
}

/** Goes on with all jobs whose worker died or whose bell was lost. */
export async function resumeJobs(ports: Ports): Promise<void> {
  for (const id of await ports.jobs.open()) {
    const job = await ports.jobs.get(id);
    if (!job?.task || job.done) await ports.jobs.setOpen(id, false);
    else await resumeJob(ports, job);
  }
}

/** Rings again for a job whose worker died or whose bell was lost: once, until that had its time, too. */
export async function resumeJob(ports: Ports, job: Job): Promise<void> {
  if (!job.task || job.done || ports.now() - job.at < lostMs) return;
  await note(ports, job);
  await ports.bells.ringWork(job.id);
}
