import type { JiraAnswer } from '../../types';
import type { Json, JsonObject } from '../json';

/** A call that was refused; thrown anywhere below a route and answered at the door. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: JsonObject,
    message: string,
  ) {
    super(message);
  }
}

/** A refusal in the shape that most of Jira's endpoints use. */
export class JiraError extends Refusal {
  constructor(
    status: number,
    readonly messages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    const text = messages[0] ?? Object.values(errors)[0] ?? `HTTP ${String(status)}`;
    super(status, { errorMessages: [...messages], errors: { ...errors } }, text);
  }
}

/** A refusal in the shape of the bulk operations. */
export function bulkRefusal(status: number, message: string): Refusal {
  return new Refusal(status, { errors: [{ message }] }, message);
}

/** The refusal for a body that is not what the endpoint documents. */
export function invalidPayload(): JiraError {
  return new JiraError(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);
}

/** The refusal that hides whether an issue is missing or not to be seen. */
export function issueNotFound(): JiraError {
  return new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);
}

/** An answer with a JSON body. */
export function json(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): JiraAnswer {
  const type = { 'content-type': 'application/json;charset=UTF-8' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): JiraAnswer {
  return { status, headers, body: '' };
}
