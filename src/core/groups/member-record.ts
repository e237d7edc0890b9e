import type { GroupRef } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import { factsOf } from '../sync/facts';
import { storedHearing } from '../sync/hearing';
import { whenIssueComes } from '../sync/todos';
import type { SnapshotRow } from './row';

/** The record of a member: what the portal says of it, while its issues are the group's. */
export function memberRecord(
  row: SnapshotRow,
  before: LinkRecord | undefined,
  memberOf: GroupRef,
): LinkRecord {
  const { connection, finding, seenAt, snapshot, member } = row;
  const owed = before?.hearing?.owed;
  const talk = before?.todo?.talk;
  const hearing = owed && storedHearing({ owed });
  return {
    connection,
    findingId: finding.id,
    product: finding.product,
    state: 'synced',
    version: before?.version ?? 0,
    seenAt,
    facts: factsOf(finding),
    snapshot,
    issues: before?.issues ?? {},
    memberOf,
    ...(member.createdAt !== undefined && { createdAt: member.createdAt }),
    ...(member.rule !== undefined && { rule: member.rule }),
    ...(hearing && { hearing }),
    // Comments that wait go into the group's issue.
    ...(talk !== undefined && { todo: { talk: talk === whenIssueComes ? seenAt : talk } }),
  };
}
