/** A call as the platform hands it over, read into what the routes need. */
import { z } from 'zod';

export const WebTriggerRequest = z.object({
  method: z.string(),
  userPath: z.string().optional(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  queryParameters: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});

export interface PortalRequest {
  readonly method: string;
  /** The connection named in the address, if the address has the right form. */
  readonly connection: string;
  /** What follows the base URL, percent-encoded as sent, without a trailing slash and without the query. */
  readonly path: string;
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
  const whole = (raw.userPath ?? '').replace(/\/+$/, '');
  const [, connection = '', path = ''] = address.exec(whole) ?? [];
  return {
    method: raw.method.toUpperCase(),
    connection,
    path,
    header: (name) => headers.get(name.toLowerCase()),
    query: (name) => raw.queryParameters[name]?.[0],
    body: raw.body,
  };
}
