import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

export type Switch =
  { readonly ok: true; readonly on: boolean } | { readonly ok: false; readonly answer: PortalAnswer };

/** A switch of the query: exactly `true` or `false`, off where it is absent. What is only nearly so is refused, not guessed. */
export function readSwitch(request: PortalRequest, name: string): Switch {
  const values = request.query(name);
  const [value = 'false'] = values;
  if (values.length <= 1 && (value === 'true' || value === 'false'))
    return { ok: true, on: value === 'true' };
  const errors = [{ path: name, message: 'must be true or false' }];
  return { ok: false, answer: problem(422, `Give ${name} as true or false, or leave it out.`, { errors }) };
}
