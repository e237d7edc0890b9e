import type { LinkRecord } from '../../contract/link-record';
import { settled } from '../sync/finding-states';
import { isLeased } from '../sync/lease';
import { lifecycleOf } from '../sync/lifecycle';
import { keyOfGroup } from './group-ref';
import { memberIn } from './members';
import { isGroup, withMember, withoutMember } from './regroup';
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
  const group = groups.get(groupAt);
  if (group?.unreadable !== undefined) return { kind: 'unreadable' };
  if (group && isLeased(group, placing.now)) return { kind: 'busy' };
  const member = group && isGroup(group) ? memberIn(group.group, gone.gone) : undefined;
  const changes = new Map<string, LinkRecord>();
  if (gone.why === 'deleted') {
    const { memberOf: _memberOf, snapshot: _snapshot, ...rest } = record;
    changes.set(key, { ...settled(rest, 'deleted'), seenAt });
    if (member && group && isGroup(group))
      changes.set(groupAt, withoutMember(group, member.id, 'deleted', placing));
    return { kind: 'joined', changes };
  }
  const isRejected = lifecycleOf(record.facts.status, placing.settings) === 'rejected';
  const status = isRejected ? record.facts.status : 'resolved';
  changes.set(key, { ...record, seenAt, facts: { ...record.facts, status } });
  if (member && member.status !== status && group && isGroup(group))
    changes.set(groupAt, withMember(group, { member: { ...member, status, creates: [] }, seenAt }, placing));
  return { kind: 'joined', changes };
}
