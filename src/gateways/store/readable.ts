/** Stored values that cannot be read: each is told of and left out, so that it stops none of the others. */
import type { z } from 'zod';
import { failureLine } from '../../core/data/failure-line';

/** The values that can be read, in their order. The others stay in storage as they are; the log names their keys. */
export function readable<T>(
  schema: z.ZodType<T>,
  rows: readonly { readonly key: string; readonly value: unknown }[],
): T[] {
  return rows.flatMap(({ key, value }) => {
    const read = schema.safeParse(value);
    if (read.success) return [read.data];
    console.error(failureLine('reading storage', read.error, { key }));
    return [];
  });
}
