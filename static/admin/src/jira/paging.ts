import type { z } from 'zod';
import { JiraError, readJira } from '../../../shared/jira/request';

/** Reads one address and checks that the answer has the shape the page relies on. */
export async function readAs<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  const parsed = schema.safeParse(await readJira(path));
  if (!parsed.success) throw new JiraError(200, `unexpected answer of ${path.split('?')[0] ?? path}`);
  return parsed.data;
}

/** Adds a query to a path; undefined values are left out, lists are repeated. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

const pageSize = 100;
const mostPages = 50;

/** Reads a list page by page until Jira has no more; `read` gets startAt and maxResults. */
export async function readAll<T>(
  read: (startAt: number, maxResults: number) => Promise<{ items: readonly T[]; total?: number }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const { items, total } = await read(all.length, pageSize);
    all.push(...items);
    if (items.length === 0 || total === undefined || all.length >= total) break;
  }
  return all;
}
