import type { Answer } from './answer';
import { decoded, type Exchange } from './exchange';

/** Handles one request. */
export type Handler = (exchange: Exchange) => Promise<Answer> | Answer;

/** One address of the site: `GET /browse/:key`; a last `*` takes the rest of the path as `rest`. */
export interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handle: Handler;
}

/** A route from its notation; the method `ANY` takes every method. */
export function route(notation: string, handle: Handler): Route {
  const [method = '', path = ''] = notation.split(' ');
  return { method, segments: path.split('/').slice(1), handle };
}

/** The first route that fits, with the values of its `:names`. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  pathname: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const parts = pathname.split('/').slice(1);
  for (const candidate of routes) {
    if (candidate.method !== 'ANY' && candidate.method !== method) continue;
    const params = matchSegments(candidate.segments, parts);
    if (params) return { route: candidate, params };
  }
  return undefined;
}

/** Answers by the first route that fits, else by `otherwise`. */
export function dispatch(routes: readonly Route[], otherwise: Handler): Handler {
  return (exchange) => {
    // HEAD is GET without its body, which the server leaves out.
    const method = exchange.method === 'HEAD' ? 'GET' : exchange.method;
    const found = matchRoute(routes, method, exchange.url.pathname);
    return found ? found.route.handle({ ...exchange, params: found.params }) : otherwise(exchange);
  };
}

function matchSegments(
  segments: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment === '*') return { ...params, rest: parts.slice(index).join('/') };
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.startsWith(':')) params[segment.slice(1)] = decoded(part);
    else if (segment !== part) return undefined;
  }
  return segments.length === parts.length ? params : undefined;
}
