/** The page calls about rules and jobs: input and output by name. */
import { z } from 'zod';
import { JobId } from './job';
import type { JobResult } from './job-results';
import { Rules, When } from './rules';

const ByJob = z.object({ job: JobId });

/** A simulation looks at so many findings at most. */
export const simulationLimit = 500;

/** What each call takes. */
export const ruleInputs = {
  /** What these rules, which need not be saved, would do with the last findings that meet `filter`. */
  'rules.simulate': z.object({
    rules: Rules,
    limit: z.number().int().min(1).max(simulationLimit).default(simulationLimit),
    filter: When.optional(),
  }),
  /** What `findings.apply` would do and cost. */
  'findings.estimate': z.object({}),
  /** Applies the settings in force to all findings whose last snapshots are kept. */
  'findings.apply': z.object({}),
  'jobs.get': ByJob,
  'jobs.stop': ByJob,
} as const;

/** What each call answers. */
export interface RuleOutputs {
  'rules.simulate': { job: string };
  'findings.estimate': { job: string };
  /** One at a time: while one is under way, that one is answered. */
  'findings.apply': { job: string };
  /** `total`: as far as is known; it grows where more is found. `result` once it is done, of jobs that have one. */
  'jobs.get': { done: boolean; seen: number; total: number; stopped?: true; result?: JobResult };
  /** What was begun is finished. */
  'jobs.stop': { job: string };
}
