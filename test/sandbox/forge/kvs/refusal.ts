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

/** A request that breaks a documented rule. */
export function badRequest(code: string, message: string): Refusal {
  return new Refusal(400, code, message);
}
