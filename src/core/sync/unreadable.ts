/** Link records that this version of the app cannot read: held and shown, never taken for new, never overwritten. */
import type { LinkRecord } from '../../contract/link-record';
import type { Consequence } from '../jira/failure';

export const unreadable = {
  kind: 'held',
  cause: 'unreadable-record',
  reason: { code: 'unreadableRecord' },
} as const satisfies Consequence;

/** What stands in for a record of which only the columns can be read. `body` is kept as it is. */
export function unreadableRecord(
  columns: Readonly<Record<string, string | number | undefined>>,
  body: string,
): LinkRecord {
  const findingId = String(columns['findingId'] ?? '');
  const { leaseUntil } = columns;
  const { cause, reason } = unreadable;
  return {
    connection: String(columns['connection'] ?? ''),
    findingId,
    product: String(columns['product'] ?? ''),
    state: 'held',
    version: Number(columns['version'] ?? 0),
    seenAt: Number(columns['seenAt'] ?? 0),
    ...(leaseUntil === undefined ? {} : { leaseUntil: Number(leaseUntil) }),
    cause,
    reason,
    facts: { title: findingId.slice(0, 255), severity: 'info', status: 'unverified', kind: 'vulnerability' },
    issues: {},
    unreadable: body,
  };
}
