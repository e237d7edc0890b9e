import type { Order } from './query';

/** Every column of the list, in its order. Key and summary are always there. */
export const columns = [
  'key',
  'summary',
  'severity',
  'findingStatus',
  'status',
  'due',
  'assignee',
  'product',
  'tool',
  'cve',
  'cvss',
  'created',
  'updated',
] as const;
export type Column = (typeof columns)[number];

export const fixedColumns: readonly Column[] = ['key', 'summary'];
export const usualColumns: readonly Column[] = [
  'key',
  'summary',
  'severity',
  'findingStatus',
  'status',
  'due',
  'assignee',
];

/** What a column is ordered by; undefined where Jira has no order for it. */
export function orderOf(column: Column): Order | undefined {
  switch (column) {
    case 'findingStatus':
    case 'product':
    case 'tool':
    case 'cve':
      return undefined;
    default:
      return column;
  }
}

/** The columns that somebody chose, from what their browser kept; the usual ones where that says nothing. */
export function columnsFrom(kept: string | null): readonly Column[] {
  const names = (kept ?? '').split(',');
  const chosen = columns.filter((column) => names.includes(column) || fixedColumns.includes(column));
  return chosen.length > fixedColumns.length ? chosen : usualColumns;
}
