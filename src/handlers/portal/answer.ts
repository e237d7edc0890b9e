/** Answers of the portal API, in the shape that the platform takes from a web trigger. */
import { whereJsonBreaks } from '../../core/data/json-error';
import { type FieldError, mostErrors, type Problem, withRest } from '../../contract/problem';

export interface PortalAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WebTriggerResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string[]>;
  readonly body: string;
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  503: 'Service unavailable',
};

/** An RFC 9457 problem. `detail` says what to do; it never holds a secret or a stack. */
export function problem(
  status: number,
  detail: string,
  extra: { errors?: readonly FieldError[]; headers?: Record<string, string> } = {},
): PortalAnswer {
  const body: Problem = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    ...(extra.errors ? { errors: withRest(extra.errors, extra.errors.length, mostErrors) } : {}),
  };
  return { status, body, ...(extra.headers ? { headers: extra.headers } : {}) };
}

/** The answer to a body that should be JSON, with the place where it stops to be. */
export function noJson(body: string): PortalAnswer {
  const { line, column } = whereJsonBreaks(body.replace(/^\uFEFF/, ''));
  const place = `line ${String(line)}, column ${String(column)}`;
  return problem(400, `The body is no JSON: it breaks at ${place}. Send one JSON document in UTF-8.`);
}

/** The answer as the platform sends it on. */
export function toResponse({ status, body, headers = {} }: PortalAnswer): WebTriggerResponse {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  const all = { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers };
  return {
    statusCode: status,
    headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])),
    body: JSON.stringify(body),
  };
}

/** What a problem tells its reader. */
export function detailOf({ body }: PortalAnswer): string {
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined;
  return typeof detail === 'string' ? detail : 'The call was refused.';
}
