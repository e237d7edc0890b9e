/** Where the rolling pass goes on; Jira's page tokens are valid for seven days. */
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Marks } from '../../flows/ports';

const key = 'reconcile';
const Mark = z.object({ connection: z.string(), page: z.string().optional() });

/** The mark of this installation. */
export function createMarks(): Marks {
  return {
    read: async () => Mark.optional().parse(await kvs.get(key)),
    write: (mark) => kvs.set(key, mark, { ttl: { unit: 'DAYS', value: 6 } }),
  };
}
