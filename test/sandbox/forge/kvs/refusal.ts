import type { JiraAnswer } from '../../types';
import { json } from '../answers';

/** Storage refuses a request with a code, as the Forge packages hand it to the app. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  answer(): JiraAnswer {
    return json(this.status, { code: this.code, message: this.message });
  }
}

/** A key that is not there. One for all: they are many, and a stack costs more than the rest of such an answer. */
export const missing = new Refusal(404, 'KEY_NOT_FOUND', 'Provided key does not exist');

/** A request that breaks a documented rule. */
export function badRequest(code: string, message: string): Refusal {
  return new Refusal(400, code, message);
}
