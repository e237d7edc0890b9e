import { z } from 'zod';

/** A thing in Jira. Settings store ids; names serve people, and imports where ids differ. */
export const Ref = z
  .object({ id: z.string().min(1).optional(), name: z.string().min(1).optional() })
  .refine((ref) => ref.id !== undefined || ref.name !== undefined, {
    error: 'must have an id or a name',
    params: { message: 'idOrName' },
  });
export type Ref = z.infer<typeof Ref>;
