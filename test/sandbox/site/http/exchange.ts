import type { IncomingMessage } from 'node:http';

/** One request to the site, with its body already read. */
export interface Exchange {
  readonly method: string;
  /** Path and query as an URL of the site's own origin. */
  readonly url: URL;
  /** Path and query exactly as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Header names and values in turn, exactly as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: string;
  /** Values of the route's `:names`, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** Bodies above this many bytes are refused by the server itself, before any page sees them. */
export const largestBody = 16 * 1024 * 1024;

/** Thrown for a body above `largestBody`. */
export class BodyTooLarge extends Error {}

/** Reads a whole request. @throws BodyTooLarge */
export async function readExchange(request: IncomingMessage, origin: string): Promise<Exchange> {
  const target = request.url ?? '/';
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    url: new URL(target.startsWith('/') ? origin + target : target),
    target,
    headers,
    rawHeaders: request.rawHeaders,
    cookies: parseCookies(headers['cookie'] ?? ''),
    body: await readBody(request),
    params: {},
  };
}

/** The values of a form that the browser sent. */
export function formOf(exchange: Exchange): URLSearchParams {
  return new URLSearchParams(exchange.body);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > largestBody) throw new BodyTooLarge(`The body is larger than ${String(largestBody)} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseCookies(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies.set(part.slice(0, at).trim(), decoded(part.slice(at + 1).trim()));
  }
  return cookies;
}

/** Percent-decoded text; text that is not well encoded stays as it is. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Another program on this host may have set a cookie in its own notation.
    return value;
  }
}
