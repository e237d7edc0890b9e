import type { LinkRecord } from '../../contract/link-record';
import { settled } from '../sync/finding-states';
import { isLeased } from '../sync/lease';
import { lifecycleOf } from '../sync/lifecycle';
import { keyOfGroup } from './group-ref';
import { holding } from './holding';
import { withMember, withoutMember } from './regroup';
import type { GoneRow, Placed, Placing, Shelf } from './row';

/** Deleted, it leaves its group; absent, it stays there as resolved, like a finding that stands alone. */
export function placeGone(
  { key, gone, seenAt }: GoneRow,
  record: LinkRecord | undefined,
  { groups }: Shelf,
  placing: Placing,
): Placed {
  const groupAt = record && keyOfGroup(record);
  if (!record || groupAt === undefined) return { kind: 'alone', changes: new Map() };
  const stored = groups.get(groupAt);
  if (stored?.unreadable !== undefined) return { kind: 'unreadable' };
  if (stored && isLeased(stored, placing.now)) return { kind: 'busy' };
  const held = holding(stored, gone.gone);
  const changes = new Map<string, LinkRecord>();
  if (gone.why === 'deleted') {
    const { memberOf: _memberOf, snapshot: _snapshot, ...rest } = record;
    changes.set(key, { ...settled(rest, 'deleted'), seenAt });
    if (held) changes.set(groupAt, withoutMember(held.group, held.member.id, 'deleted', placing));
    return { kind: 'joined', changes };
  }
  const isRejected = lifecycleOf(record.facts.status, placing.settings) === 'rejected';
  const status = isRejected ? record.facts.status : 'resolved';
  changes.set(key, { ...record, seenAt, facts: { ...record.facts, status } });
  if (held && held.member.status !== status) {
    const member = { ...held.member, status, creates: [] };
    changes.set(groupAt, withMember(held.group, { member, seenAt }, placing));
  }
  return { kind: 'joined', changes };
}
