/** How far a job is, and what came of it. */
import { z } from 'zod';
import type { Job } from '../../contract/job';
import { SimulatedFinding, type SimulationResult } from '../../contract/job-results';
import type { RuleOutputs } from '../../contract/rule-calls';
import { differenceOf } from '../../core/sync/difference';
import type { Ports } from '../ports';
import { Asked, askedPart, pagePart } from './simulate';
import type { JobOf } from './step';
import { resumeJob } from './work-job';

/** Undefined: there is no such job, or it is older than a week. One that somebody looks at does not stay lost. */
export async function readJob(ports: Ports, id: string): Promise<RuleOutputs['jobs.get'] | undefined> {
  const job = await ports.jobs.get(id);
  if (!job) return undefined;
  await resumeJob(ports, job);
  const { done, seen, total, stopped, task } = job;
  const progress = { done, seen, total, ...(stopped && { stopped }) };
  if (!done || !task || task.kind === 'aliases') return progress;
  return {
    ...progress,
    result: task.kind === 'simulate' ? await resultOf(ports, { ...job, task }) : task.sums,
  };
}

async function resultOf(ports: Ports, { id, task }: JobOf<'simulate'>): Promise<SimulationResult> {
  const { rules } = Asked.parse(await ports.jobs.part(id, askedPart));
  const pages: SimulatedFinding[][] = [];
  for (let page = 0; page < task.pages; page += 1)
    pages.push(z.array(SimulatedFinding).parse((await ports.jobs.part(id, pagePart(page))) ?? []));
  const findings = pages.flat();
  const caps = rules.flatMap(({ id: rule, then: { cap } }) => {
    if (!cap) return [];
    const taken = findings.filter((one) => one.rule === rule && (one.product ?? one.security) !== undefined);
    return [{ rule, perDay: cap.perDay, findings: taken.length }];
  });
  return { findings, difference: differenceOf(findings), caps };
}

/** Whether there is such a job and it can be stopped; what it has begun, it finishes. */
export async function stopJob(ports: Ports, id: string): Promise<'asked' | 'missing' | 'unstoppable'> {
  const job: Job | undefined = await ports.jobs.get(id);
  if (!job) return 'missing';
  if (!job.task) return 'unstoppable';
  if (job.done) return 'asked';
  await ports.jobs.askStop(id);
  await ports.bells.ringWork(id);
  return 'asked';
}
