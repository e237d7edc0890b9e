import { z } from 'zod';

const known = new WeakMap<z.ZodType, z.ZodType>();

/**
 * A schema for values that come by the thousand. At its first use code is written for what fits it; what does not is
 * read again by the schema itself, so that values and errors are the same.
 */
export function compiled<T extends z.ZodType>(schema: T): T {
  const made = known.get(schema) as T | undefined;
  return made ?? compile(schema);
}

function compile<T extends z.ZodType>(schema: T): T {
  const made = z.compile(schema);
  known.set(schema, made);
  return made;
}
