/** Which findings had one of the places that a rule has a day, as it is stored. */
import { z } from 'zod';

export const DayQuota = z.object({
  version: z.number().int(),
  /** Marks of findings by the day (UTC) on which they got a place; of the last two days with places. */
  days: z.record(z.iso.date(), z.array(z.string())),
  /** Others wait: whoever comes now waits behind them. */
  waiting: z.boolean(),
});
export type DayQuota = z.infer<typeof DayQuota>;
