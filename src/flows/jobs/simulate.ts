/** What rules would do with the last findings, by their kept snapshots: page by page, and nothing is written to Jira. */
import { z } from 'zod';
import type { SimulatedFinding } from '../../contract/job-results';
import { Rules, type Rule, When } from '../../contract/rules';
import type { SettingsDocument } from '../../contract/settings';
import { holds } from '../../core/rules/holds';
import { lifecycleOf } from '../../core/sync/lifecycle';
import type { Ports } from '../ports';
import { type Kept, keptFindings } from './kept-findings';
import { simulateSome } from './simulate-some';
import { beginJob } from './begin-job';
import type { JobOf, Stepped } from './step';

type Simulation = JobOf<'simulate'>['task'];

/** What was asked for; it lies beside the job. */
export const Asked = z.object({ rules: Rules, filter: When.optional() });
export type Asked = z.infer<typeof Asked>;
export const askedPart = 'asked';
/** The name of the part that holds the findings of a page. */
export const pagePart = (page: number) => `page-${String(page)}`;

/** With a filter so many pages are looked through at most. */
const mostPages = 50;
const againSeconds = 60;

/** Begins; answers the job. The rules are known to be valid. */
export async function startSimulation(
  ports: Ports,
  { rules, filter, limit }: { rules: readonly Rule[]; filter?: When | undefined; limit: number },
): Promise<string> {
  const id = ports.newId();
  await ports.jobs.putPart(id, askedPart, { rules, filter });
  return beginJob(ports, id, { kind: 'simulate', limit, pages: 0 }, limit);
}

/** Looks at a page of findings, the newest first. */
export async function simulateStep(ports: Ports, job: JobOf<'simulate'>): Promise<Stepped<Simulation>> {
  const { task } = job;
  const asked = Asked.parse(await ports.jobs.part(job.id, askedPart));
  const { document: settings } = await ports.settings.read();
  const { records, next } = await ports.links.newest(task.cursor);
  const kept = await keptFindings(ports, records, await ports.connections.list());
  const wanted = kept.filter((one) => meetsFilter(one, asked, settings)).slice(0, task.limit - job.seen);
  const simulated = await simulateSome(ports, wanted, settings, asked.rules);
  if (!simulated) return { task, after: againSeconds };
  await ports.jobs.putPart(job.id, pagePart(task.pages), simulated satisfies SimulatedFinding[]);
  const seen = job.seen + wanted.length;
  const pages = task.pages + 1;
  const isAll = next === undefined || seen >= task.limit || pages >= mostPages;
  return {
    task: { ...task, pages, cursor: next },
    seen,
    ...(isAll ? { done: true as const, total: seen } : {}),
  };
}

function meetsFilter({ finding, record }: Kept, { filter }: Asked, settings: SettingsDocument): boolean {
  if (!filter) return true;
  const lifecycle = lifecycleOf(finding.status, settings) ?? 'open';
  return holds(filter, { finding, lifecycle, connection: record.connection });
}
