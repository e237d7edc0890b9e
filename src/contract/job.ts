/** Work that goes on in pages while the page that asked for it may be closed. */
import { z } from 'zod';

export const JobId = z.string().regex(/^[a-z0-9]{1,64}$/);

export const Job = z.object({
  id: JobId,
  done: z.boolean(),
  seen: z.number().int(),
  /** What was known when it began. */
  total: z.number().int(),
  /** When it last got on (ms). */
  at: z.number().int(),
});
export type Job = z.infer<typeof Job>;
