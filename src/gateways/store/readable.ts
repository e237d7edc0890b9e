/** Stored values, read one by one: what cannot be read is told, and stays in storage as it is. */
import type { z } from 'zod';
import { readStored, type StoredShape } from '../../contract/stored/versions';
import { failureLine } from '../../core/data/failure-line';

interface Stored {
  readonly key: string;
  readonly value: unknown;
}

/** The values that can be read, in their order; the log names the keys of the others. */
export function readable<Shape extends z.ZodType>(
  stored: StoredShape<Shape>,
  rows: readonly Stored[],
): z.output<Shape>[] {
  return rows.flatMap(({ key, value }) => {
    try {
      return [readStored(stored, value)];
    } catch (error) {
      console.error(failureLine('reading storage', error, { key }));
      return [];
    }
  });
}

/** A value that others go on without; undefined: there is none, or it cannot be read. */
export function readableOne<Shape extends z.ZodType>(
  stored: StoredShape<Shape>,
  row: Stored,
): z.output<Shape> | undefined {
  return row.value === undefined ? undefined : readable(stored, [row])[0];
}

/** A value that nobody goes on without; undefined: there is none. @throws when it cannot be read. */
export function readOne<Shape extends z.ZodType>(
  stored: StoredShape<Shape>,
  value: unknown,
): z.output<Shape> | undefined {
  return value === undefined ? undefined : readStored(stored, value);
}
