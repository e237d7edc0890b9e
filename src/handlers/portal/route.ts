/** What a call of the portal API is: how it is found, what it does, and how it is described. */
import type { z } from 'zod';
import type { Connection } from '../../contract/connection';
import type { Ports } from '../../flows/ports';
import { type PortalAnswer, problem } from './answer';
import type { PortalRequest } from './request';

/** A call that anybody may make. */
export interface OpenCall {
  readonly ports: Ports;
  readonly request: PortalRequest;
}

/** A call of a portal that proved who it is. */
export interface Call extends OpenCall {
  readonly connection: Connection;
  /** Percent-decoded parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** The parsed body of a POST; undefined where the route reads the text of it. */
  readonly json: unknown;
}

/** What an answer holds, for the API description. */
export interface Described {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly example?: unknown;
}

interface Description {
  readonly method: 'GET' | 'POST';
  /** With parameters in braces; `{+name}` may hold slashes. */
  readonly path: string;
  /** The body is looked at by the call itself, since it may be no JSON document. */
  readonly readsText?: true;
  readonly summary: string;
  readonly description?: string;
  readonly params?: Readonly<Record<string, { readonly description: string; readonly example: string }>>;
  /** Switches in the query; nothing that may hold a comma, since the platform splits values there. */
  readonly switches?: Readonly<Record<string, string>>;
  /** Texts in the query, without commas for the same reason. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly request?: Described & { readonly media?: string };
  /** Statuses that it may be refused with, besides those of every such call. */
  readonly refuses?: readonly ('404' | '410' | '422')[];
  readonly answers: Readonly<Record<number, Described>>;
}

export type Route = Description &
  (
    | { readonly open: true; readonly act: (call: OpenCall) => Promise<PortalAnswer> }
    | { readonly open?: false; readonly act: (call: Call) => Promise<PortalAnswer> }
  );

export type Found =
  { readonly route: Route; readonly params: Record<string, string> } | { readonly answer: PortalAnswer };

/** The route of a call, or 404, or 405 with the methods that the path takes. */
export function findRoute(routes: readonly Route[], request: PortalRequest): Found {
  const here = routes.filter(({ path }) => patternOf(path).test(request.path));
  if (here.length === 0)
    return { answer: problem(404, 'There is no such call; see /v1/openapi.json for the paths.') };
  const route = here.find(({ method }) => method === request.method);
  const allow = here.map(({ method }) => method).join(', ');
  if (!route) return { answer: problem(405, `Use ${allow} here.`, { headers: { Allow: allow } }) };
  const groups = Object.entries(patternOf(route.path).exec(request.path)?.groups ?? {});
  return { route, params: Object.fromEntries(groups.map(([name, value]) => [name, decoded(value)])) };
}

function patternOf(path: string): RegExp {
  const source = path
    .replaceAll('.', '\\.')
    .replace(/\{\+(\w+)\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}

/** A percent sign that encodes nothing stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
