/** Groups and their members, small and whole, with what a test is about put in. */
import type { Group, GroupMember } from '../../../src/contract/group';
import type { LinkRecord } from '../../../src/contract/link-record';
import type { GroupRecord } from '../../../src/core/groups/regroup';
import { recordOf } from '../builders';

/** A member that its portal calls verified. */
export function memberOf(more: Partial<GroupMember> = {}): GroupMember {
  const plain = { id: 'F-1', title: 'A finding', severity: 'high', status: 'verified' } as const;
  return { ...plain, kind: 'vulnerability', creates: [], ...more };
}

/** The record of a group with these members. */
export function groupOf(
  members: readonly GroupMember[],
  more: Partial<LinkRecord> = {},
  group: Partial<Group> = {},
): GroupRecord {
  const record = { ...recordOf({ findingId: 'log4j' }), ...more } as LinkRecord;
  return { ...record, group: { id: 'log4j', ...group, members: [...members] } };
}
