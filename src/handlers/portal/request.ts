/** A call as the platform hands it over, read into what the routes need. */
import { z } from 'zod';

const Lists = z
  .record(z.string(), z.array(z.string()))
  .nullish()
  .transform((lists) => lists ?? {});

export const WebTriggerRequest = z.object({
  method: z.string(),
  userPath: z.string().nullish(),
  headers: Lists,
  queryParameters: Lists,
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
});

export interface PortalRequest {
  readonly method: string;
  /** The connection named in the address; empty if the address names none. */
  readonly connection: string;
  /** What follows the base URL, percent-encoded as sent, without a trailing slash and without the query. */
  readonly path: string;
  /** The same with the slash, if one was sent: this is what a caller signs. */
  readonly pathAsSent: string;
  /** The first value of a header, whatever its case. */
  readonly header: (name: string) => string | undefined;
  readonly query: (name: string) => string | undefined;
  readonly body: string;
}

const address = /^\/c\/([^/]+)(\/.*)?$/;

/** Reads a web trigger call; nothing of the body is looked at. */
export function toPortalRequest(raw: z.infer<typeof WebTriggerRequest>): PortalRequest {
  const headers = new Map(
    Object.entries(raw.headers).map(([name, values]) => [name.toLowerCase(), values[0]]),
  );
  const whole = raw.userPath ?? '';
  const [, connection = '', pathAsSent = ''] = address.exec(whole) ?? [undefined, '', whole];
  return {
    method: raw.method.toUpperCase(),
    connection,
    path: withoutTrailingSlashes(pathAsSent),
    pathAsSent,
    header: (name) => headers.get(name.toLowerCase()),
    query: (name) => raw.queryParameters[name]?.[0],
    body: raw.body,
  };
}

function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === '/') end -= 1;
  return path.slice(0, end);
}
