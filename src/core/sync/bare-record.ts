import type { FindingItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';

/** The least that a record of a finding needs; what the finding says is not looked at. */
export function bareRecord(connection: string, item: FindingItem): LinkRecord {
  const isGone = 'gone' in item;
  const findingId = isGone ? item.gone : item.finding.id;
  return {
    connection,
    findingId,
    product: isGone ? (item.product ?? '(unknown)') : item.finding.product,
    state: 'pending',
    version: 0,
    seenAt: item.seenAt,
    facts: { title: findingId.slice(0, 255), severity: 'info', status: 'unverified', kind: 'vulnerability' },
    issues: {},
  };
}
