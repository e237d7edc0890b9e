import type { JiraAnswer } from '../types';

const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * An answer as the Forge packages receive it. Its text is there already: a usual response makes a stream of it and reads
 * that, which takes longer than most of what is answered here. Ways of reading that nobody takes are refused.
 */
export function toResponse({ status, headers, body }: JiraAnswer): Response {
  const whole = WITHOUT_BODY.has(status) ? '' : body;
  let isRead = false;
  const text = (): Promise<string> => {
    if (isRead) return Promise.reject(new TypeError('Body is unusable: Body has already been read'));
    isRead = true;
    return Promise.resolve(whole);
  };
  return Object.assign(new Response(null, { status, headers: { ...headers } }), {
    text,
    json: async () => JSON.parse(await text()) as unknown,
    arrayBuffer: async () => new TextEncoder().encode(await text()).buffer,
    blob: noStream,
    formData: noStream,
    clone: noStream,
  });
}

function noStream(): never {
  throw new Error('The sandbox answers with text.');
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
