/** Things in Jira that the settings name and that are no longer what they were, and settings that fail. */
import { z } from 'zod';
import { Reason } from './messages/message';

export const HealthProblem = z.object({
  /** Where the settings name the thing, for example `spaces.product.project`. */
  path: z.string(),
  what: Reason,
  fix: Reason,
  /** The project is there, but none of our issues in it can be seen; gone as soon as one is. */
  hidden: z.literal(true).optional(),
  /** Of a template that failed at a finding: a mark of the template, and when (ms). */
  template: z.object({ mark: z.string(), at: z.number().int() }).optional(),
});
export type HealthProblem = z.infer<typeof HealthProblem>;

export const Health = z.object({
  checkedAt: z.number().int(),
  problems: z.array(HealthProblem),
  /** Projects (ids) that Jira said are deleted for good, newest last. */
  deleted: z.array(z.string()).optional(),
});
export type Health = z.infer<typeof Health>;
