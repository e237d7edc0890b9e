import type { GroupMember } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import { memberIn } from './members';
import { type GroupRecord, isGroup } from './regroup';

/** A finding where it lies in a group. */
export interface Held {
  readonly group: GroupRecord;
  readonly member: GroupMember;
}

/** The group that a key names, if it holds the finding of this id. */
export function holding(stored: LinkRecord | undefined, id: string): Held | undefined {
  const group = stored && isGroup(stored) ? stored : undefined;
  const member = group && memberIn(group.group, id);
  return member && { group, member };
}
