import type { LinkRecord } from '../../contract/link-record';

/**
 * A member as its portal and people see it: with the issues of its group, and where these stand. What holds up the
 * member alone is its own. `group` undefined: it is just being moved, for a moment.
 */
export function asMember(record: LinkRecord, group: LinkRecord | undefined): LinkRecord {
  if (!group) return { ...record, state: 'pending' };
  if (record.state === 'held') return { ...record, issues: group.issues };
  const { findingId, product, facts, seenAt, version, memberOf } = record;
  return { ...group, findingId, product, facts, seenAt, version, memberOf, group: undefined };
}
