/** One finding and its group, for tests of where findings are put. */
import type { FindingInput } from '../../../src/contract/finding';
import type { LinkRecord } from '../../../src/contract/link-record';
import { groupKey } from '../../../src/core/groups/group-ref';
import { memberFrom } from '../../../src/core/groups/members';
import { placeFinding } from '../../../src/core/groups/place-finding';
import type { Placing, SnapshotRow } from '../../../src/core/groups/row';
import { findingOf, now, recordOf, settingsOf } from '../builders';
import { groupOf } from './builders';

export const target = { id: 'log4j' };
export const key = 'k';
export const at = groupKey('abcdefgh', 'shop', target);
export const placing: Placing = {
  ...{ settings: settingsOf(), by: 's', hears: false, receipts: [], now, foldAt: now + 10_000 },
};
export const accepted = {
  kind: 'accepted',
  role: 'product',
  at: 1,
  event: 'e',
  until: '2027-01-01',
} as const;

export function rowOf(finding: Partial<FindingInput> = {}, more: Partial<SnapshotRow> = {}): SnapshotRow {
  const read = findingOf({ status: 'verified', ...finding });
  return {
    ...{ key, connection: 'abcdefgh', product: 'shop', seenAt: now, target, finding: read },
    ...{ anew: false, lifecycle: 'open', member: memberFrom(read, { spaces: [] }, 5), snapshot: 's1' },
    ...more,
  };
}
export const { member } = rowOf();
export const shown = groupOf([member], { issues: {} }, { settings: 's' });
export const known = recordOf({ memberOf: target, snapshot: 's1' });

export type Groups = Readonly<Record<string, LinkRecord>>;

export function place(
  row: SnapshotRow,
  record?: LinkRecord,
  groups: Groups = {},
  more: Partial<Placing> = {},
) {
  const shelf = {
    records: new Map(record ? [[key, record]] : []),
    groups: new Map(Object.entries(groups)),
  };
  const placed = placeFinding(row, shelf, { ...placing, ...more });
  const changes = 'changes' in placed ? placed.changes : new Map<string, LinkRecord>();
  return { ...placed, own: changes.get(key), group: changes.get(at), keys: [...changes.keys()] };
}
