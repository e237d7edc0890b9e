import type { Html } from '../html/html';

/** What a page or an action answers; the server writes it out. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
}

/** A page of the site. */
export function page(content: Html, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>${content.text}`,
  };
}

/** A JSON answer for a script of the site. */
export function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** Plain text. */
export function text(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** Sends the browser elsewhere after a form was handled (303: always with GET). */
export function redirect(to: string): Answer {
  return { status: 303, headers: { location: to }, body: '' };
}

/** The same answer with one more cookie. Cookies hold for the whole site and are not for scripts. */
export function withCookie(answer: Answer, name: string, value: string, maxAgeSeconds?: number): Answer {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${String(maxAgeSeconds)}`;
  const cookie = `${name}=${encodeURIComponent(value)}; Path=/; SameSite=Lax; HttpOnly${age}`;
  const before = answer.headers['set-cookie'] ?? [];
  const cookies = typeof before === 'string' ? [before] : before;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': [...cookies, cookie] } };
}
