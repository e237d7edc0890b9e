import type { JiraAnswer } from '../types';

const WITHOUT_BODY = new Set([204, 205, 304]);

/** An answer as the Forge packages receive it. */
export function toResponse(answer: JiraAnswer): Response {
  const body = WITHOUT_BODY.has(answer.status) || answer.body === '' ? null : answer.body;
  return new Response(body, { status: answer.status, headers: { ...answer.headers } });
}

/** A JSON answer; without a value its body is empty. */
export function json(status: number, value?: unknown): JiraAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: value === undefined ? '' : JSON.stringify(value),
  };
}

/** A refusal by the platform's own proxy, which the packages turn into an error. */
export function proxyError(status: number, code: string): JiraAnswer {
  return { status, headers: { 'forge-proxy-error': code }, body: '' };
}
