/** The rows of the log: one a finding; what a large batch did is folded, and what changed nothing is told together. */
import type { Activity } from '#contract/activity';
import { type LogItem, type Told, withTries } from './held-tries';

interface Of {
  readonly key: string;
  readonly at: number;
  readonly connection: string;
  /** Secrets that were masked in what came in, told once a batch. */
  readonly masked?: Activity['masked'];
}

export type LogRow =
  | (Of & { readonly kind: 'finding'; readonly item: LogItem })
  | (Of & {
      readonly kind: 'batch';
      readonly counts: Activity['counts'];
      readonly items: readonly LogItem[];
      /** It did more than it lists. */
      readonly partial: boolean;
    })
  | (Of & { readonly kind: 'report'; readonly report: NonNullable<Activity['report']> })
  /** So many batches in a row in which so many findings were as they had been. */
  | (Of & { readonly kind: 'quiet'; readonly batches: number; readonly findings: number });

/** A batch of more findings is one row, which opens. */
const mostApart = 3;

/** Newest first, as the batches are. A finding that is held up try after try is a row once, with its newest try. */
export function logRows(activities: readonly Activity[]): LogRow[] {
  const rows: LogRow[] = [];
  for (const activity of withTries(activities)) {
    const last = rows.at(-1);
    const quiet = quietRow(activity);
    if (quiet && last?.kind === 'quiet' && last.connection === quiet.connection)
      rows.splice(-1, 1, {
        ...last,
        batches: last.batches + 1,
        findings: last.findings + quiet.findings,
      });
    else rows.push(...(quiet ? [quiet] : rowsOf(activity)));
  }
  return rows;
}

function rowsOf(activity: Told): LogRow[] {
  const { id, at, connection, items, counts, report, partial = false } = activity;
  const of = { key: id, at, connection };
  const masked = activity.masked && { masked: activity.masked };
  if (report) return [{ ...of, ...masked, kind: 'report', report }];
  if (items.length > mostApart || items.length === 0)
    return [{ ...of, ...masked, kind: 'batch', counts, items, partial }];
  return items.map((item, at) => ({
    ...of,
    ...(at === 0 && masked),
    key: `${id} ${String(at)}`,
    kind: 'finding',
    item,
  }));
}

function quietRow({ id, at, connection, items, counts, masked, report }: Told) {
  const { unchanged = 0, stale = 0, ...others } = counts;
  if (items.length > 0 || masked || report || Object.keys(others).length > 0) return undefined;
  return { key: id, at, connection, kind: 'quiet' as const, batches: 1, findings: unchanged + stale };
}

/** The newest rows in which something was done, each finding once. */
export function latestRows(activities: readonly Activity[], most: number): LogRow[] {
  const seen = new Set<string>();
  return logRows(activities)
    .filter((row) => {
      if (row.kind !== 'finding') return row.kind !== 'quiet';
      const key = `${row.connection}\n${row.item.product}\n${row.item.finding}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most);
}

/** Pages of a list joined without repeating what moved from one page to the next meanwhile. */
export function joined<T extends { readonly id: string }>(pages: readonly (readonly T[])[]): T[] {
  return [...new Map(pages.flat().map((one) => [one.id, one])).values()];
}
