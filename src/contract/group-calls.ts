/** The page calls about groups: input and output by name. */
import { z } from 'zod';
import { ConnectionKey } from './connection';

/** What each call takes. */
export const groupInputs = {
  /** `group`: as the portal or a rule names it; of every connection and product, unless one is named. */
  'groups.ungroup': z.object({
    group: z.string().min(1).max(255),
    connection: ConnectionKey.optional(),
    product: z.string().min(1).max(255).optional(),
  }),
} as const;

/** What each call answers. */
export interface GroupOutputs {
  /** How many findings get issues of their own; in the background. */
  'groups.ungroup': { findings: number };
}
