/** Work that goes on in pages while the page that asked for it may be closed. */
import { z } from 'zod';
import { Appliance, Estimate } from './job-results';

export const JobId = z.string().regex(/^[a-z0-9]{1,64}$/);

/** Where a job of its own goes on: after `pages` pages, at `cursor`. */
const Place = { pages: z.number().int(), cursor: z.string().optional() };

/** What a job does, and how far it is with it. Jobs of connections are steered from there and say nothing of it. */
export const JobTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('simulate'), limit: z.number().int(), ...Place }),
  z.object({ kind: z.literal('estimate'), sums: Estimate, ...Place }),
  /** `tried`: how many bulks were sent for the page. */
  z.object({ kind: z.literal('aliases'), tried: z.number().int(), ...Place }),
  /** `busy`: connections whose inbox holds findings that it sent on their way. `handed`: it has sent all. */
  z.object({
    kind: z.literal('apply'),
    sums: Appliance,
    busy: z.array(z.string()),
    handed: z.boolean(),
    ...Place,
  }),
]);
export type JobTask = z.infer<typeof JobTask>;

export const Job = z.object({
  id: JobId,
  done: z.boolean(),
  seen: z.number().int(),
  /** What was known when it began. */
  total: z.number().int(),
  /** When it last got on (ms); while it waits, when it goes on. */
  at: z.number().int(),
  stopped: z.literal(true).optional(),
  task: JobTask.optional(),
});
export type Job = z.infer<typeof Job>;
