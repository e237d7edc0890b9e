/** A call as the platform hands it over, read into what the routes need. Nobody knows yet who sent it: little is read. */
import { z } from 'zod';
import { ownValue } from '../../core/data/own-value';

export const WebTriggerRequest = z.object({
  method: z.string(),
  userPath: z.string().nullish(),
  /** Lists of texts by name. Whoever calls may send thousands: only those that the app asks for are looked at. */
  headers: z.unknown(),
  queryParameters: z.unknown(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
});

const headerNames = [
  'authorization',
  'content-encoding',
  'content-type',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
] as const;
export type HeaderName = (typeof headerNames)[number];
const names: ReadonlySet<string> = new Set(headerNames);
const longestName = Math.max(...headerNames.map(({ length }) => length));

export interface PortalRequest {
  readonly method: string;
  /** The connection named in the address; empty if the address names none. */
  readonly connection: string;
  /** What follows the base URL, percent-encoded as sent, without a trailing slash and without the query. */
  readonly path: string;
  /** The same with the slash, if one was sent: this is what a caller signs. */
  readonly pathAsSent: string;
  /** The first value of a header, whatever its case. */
  readonly header: (name: HeaderName) => string | undefined;
  /** The longest of method, address and the headers that the app reads, in characters. */
  readonly longestPart: number;
  /** All values of a name in the query. */
  readonly query: (name: string) => readonly string[];
  readonly body: string;
}

/** No client sends as many; the names of further ones are not looked at. */
const mostHeaders = 1_000;

const address = /^\/c\/([^/]+)(\/.*)?$/;

/** Reads a web trigger call; nothing of the body is looked at. */
export function toPortalRequest(raw: z.infer<typeof WebTriggerRequest>): PortalRequest {
  const headers = knownHeaders(raw.headers);
  const whole = raw.userPath ?? '';
  const [, connection = '', pathAsSent = ''] = address.exec(whole) ?? [undefined, '', whole];
  return {
    method: raw.method.toUpperCase(),
    connection,
    path: withoutTrailingSlashes(pathAsSent),
    pathAsSent,
    header: (name) => headers.get(name),
    longestPart: Math.max(...[raw.method, whole, ...headers.values()].map(({ length }) => length)),
    query: (name) => textsIn(raw.queryParameters, name),
    body: raw.body,
  };
}

function knownHeaders(lists: unknown): Map<string, string> {
  const known = new Map<string, string>();
  if (!isRecord(lists)) return known;
  for (const name of Object.keys(lists).slice(0, mostHeaders)) {
    const lower = name.length > longestName ? '' : name.toLowerCase();
    const [first] = names.has(lower) ? textsIn(lists, name) : [];
    if (first !== undefined) known.set(lower, first);
  }
  return known;
}

function textsIn(lists: unknown, name: string): string[] {
  const list = isRecord(lists) ? ownValue(lists, name) : undefined;
  return Array.isArray(list) ? list.filter((value) => typeof value === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === '/') end -= 1;
  return path.slice(0, end);
}
