import type { Route } from './route';

/** What a method and path lead to. */
export type Match =
  | { readonly kind: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong method' }
  | { readonly kind: 'unknown' };

interface Compiled {
  readonly route: Route;
  readonly segments: readonly string[];
  readonly literals: number;
}

/** Finds routes by method and path; a literal segment wins over a parameter. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match {
  const byLength = new Map<number, Compiled[]>();
  for (const route of routes) {
    const segments = route.path.split('/');
    const literals = segments.filter((segment) => !segment.startsWith('{')).length;
    const list = byLength.get(segments.length) ?? [];
    byLength.set(
      segments.length,
      [...list, { route, segments, literals }].sort((a, b) => b.literals - a.literals),
    );
  }
  return (method, path) => {
    const parts = path.split('/');
    const fitting = (byLength.get(parts.length) ?? []).filter(({ segments }) => fits(segments, parts));
    const found = fitting.find(({ route }) => route.method === method);
    if (found) return { kind: 'route', route: found.route, params: paramsOf(found.segments, parts) };
    return { kind: fitting.length > 0 ? 'wrong method' : 'unknown' };
  };
}

function fits(segments: readonly string[], parts: readonly string[]): boolean {
  return segments.every((segment, at) =>
    segment.startsWith('{') ? parts[at] !== '' : segment === parts[at],
  );
}

function paramsOf(segments: readonly string[], parts: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [at, segment] of segments.entries())
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = decode(parts[at] ?? '');
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
