/** Where the pass over all records goes on. It expires, so that a cursor that storage refuses one day stops nothing for long. */
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Marks } from '../../flows/ports';

const key = 'look-at-all';
const Mark = z.object({ cursor: z.string().optional() });

/** The mark of this installation. */
export function createMarks(): Marks {
  return {
    read: async () => Mark.optional().parse(await kvs.get(key)),
    write: (mark) => kvs.set(key, mark, { ttl: { unit: 'DAYS', value: 2 } }),
  };
}
