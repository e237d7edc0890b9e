import type { z } from 'zod';
import { fieldErrors } from '../../contract/problem';
import { type PortalAnswer, problem } from './answer';

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: PortalAnswer };

/** The body in the wanted shape, or the 422 that names what does not fit. */
export function checkBody<T>(schema: z.ZodType<T>, json: unknown): Checked<T> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    answer: problem(422, 'The body does not fit; see errors.', { errors: fieldErrors(parsed.error) }),
  };
}
