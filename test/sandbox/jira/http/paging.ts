import type { Json, JsonObject } from '../json';
import type { Query } from './query';

/** A page request by offset. */
export interface PageRequest {
  readonly startAt: number;
  readonly maxResults: number;
}

/** Reads `startAt` and `maxResults`, holding them within what the endpoint allows. */
export function pageOf(query: Query, fallback = 50, cap = 100): PageRequest {
  const startAt = Math.max(0, query.int('startAt', 0));
  return { startAt, maxResults: Math.min(Math.max(1, query.int('maxResults', fallback)), cap) };
}

/** The `values` page that most lists answer with. */
export function pageBean(all: readonly Json[], page: PageRequest, self: string): JsonObject {
  const values = all.slice(page.startAt, page.startAt + page.maxResults);
  const isLast = page.startAt + values.length >= all.length;
  const next = `${self}?startAt=${String(page.startAt + page.maxResults)}&maxResults=${String(page.maxResults)}`;
  return {
    self: `${self}?startAt=${String(page.startAt)}&maxResults=${String(page.maxResults)}`,
    ...(isLast ? {} : { nextPage: next }),
    maxResults: page.maxResults,
    startAt: page.startAt,
    total: all.length,
    isLast,
    values,
  };
}
