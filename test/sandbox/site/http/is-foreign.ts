import type { Exchange } from './exchange';

/**
 * A page of another origin, the app's included, must not act here in the name of whoever is signed in. What lies under
 * `open` is for everybody: it checks its callers itself.
 */
export function isForeign({ method, headers, url }: Exchange, open: string): boolean {
  const origin = headers['origin'];
  if (method === 'GET' || origin === undefined || url.pathname.startsWith(open)) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers['host'];
}
