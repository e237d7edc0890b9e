/** Where a snapshot puts its finding: into a group, on in the one where it is, or out of it to stand alone. */
import type { Finding, Lifecycle } from '../../contract/finding';
import type { GroupMember, GroupRef } from '../../contract/group';
import type { GoneItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { Rule, SettingsDocument } from '../../contract/settings';
import type { Decision } from '../sync/decide';
import { factsOf } from '../sync/facts';
import { insistsOn, storedHearing } from '../sync/hearing';
import { isLeased } from '../sync/lease';
import { isContested } from '../sync/rivals';
import { stillReported } from '../sync/still-reported';
import { settled, waiting } from '../sync/finding-states';
import { lifecycleOf } from '../sync/lifecycle';
import type { Subject } from '../rules/subject';
import { fold, lifecycleOfMember } from './fold';
import { groupKey, groupRefOf, isSameGroup, keyOfGroup, wholeGroup } from './group-ref';
import { hasRoom, isSameMember, memberIn } from './members';
import {
  emptyGroup,
  gatherMs,
  type GroupRecord,
  isGroup,
  type Leaving,
  toFold,
  withMember,
  withoutMember,
} from './regroup';

/** Whether a finding has an issue of its own, or may have one: people work on it there, and it stays alone. */
export function hasOwnIssue(record: LinkRecord | undefined): boolean {
  if (!record || record.memberOf) return false;
  const own = Object.values(record.issues);
  const isThere = own.some((one) => one.state !== 'gone' || one.missingSince !== undefined);
  return isThere || isContested(record);
}

/**
 * The group that a finding belongs to by its snapshot; undefined: none. A rejected one stands alone. One that no rule
 * takes any more stays where it is, as an issue of its own would.
 */
export function targetOf(
  subject: Subject,
  { skip }: Pick<Decision, 'skip'>,
  rule: Rule | undefined,
  record: LinkRecord | undefined,
): GroupRef | undefined {
  const { existing } = subject.finding;
  if (existing?.product !== undefined || existing?.security !== undefined) return undefined;
  if (subject.lifecycle === 'rejected' || hasOwnIssue(record)) return undefined;
  return skip === undefined ? groupRefOf(subject, rule) : record?.memberOf && wholeGroup(record.memberOf);
}

/** A finding that is, or is to be, in a group. */
interface About {
  readonly key: string;
  readonly connection: string;
  readonly product: string;
  readonly seenAt: number;
  readonly target: GroupRef | undefined;
  /** The part of the target to try, once those before it are full. */
  readonly part?: number;
}

/** What a snapshot says of it. */
export interface SnapshotRow extends About {
  readonly finding: Finding;
  /** Settings are applied anew; the portal did not say it again. */
  readonly anew: boolean;
  readonly lifecycle: Lifecycle;
  readonly member: GroupMember;
  /** A mark of the snapshot as it is kept. */
  readonly snapshot: string;
}

/** A member that the portal deleted, or that a complete report no longer holds. */
export interface GoneRow extends About {
  readonly gone: GoneItem;
}

export type Row = SnapshotRow | GoneRow;

/** The records that placing looks at, as they lie in storage, by key. */
export interface Shelf {
  readonly records: Pick<ReadonlyMap<string, LinkRecord>, 'get'>;
  readonly groups: Pick<ReadonlyMap<string, LinkRecord>, 'get'>;
}

export interface Placing {
  readonly settings: SettingsDocument;
  /** A mark of the settings. */
  readonly by: string;
  readonly hears: boolean;
  readonly receipts: readonly { readonly n: number; readonly at: number }[];
  readonly now: number;
}

/**
 * `changes`: the records that become another one, all at once or not at all. `alone`: the finding goes on by itself, in
 * the record as it then is. `full`: to be tried with the next part. `unreadable`: nobody can say who is in the group.
 */
export type Placed =
  | {
      readonly kind: 'joined' | 'unchanged' | 'alone';
      readonly changes: ReadonlyMap<string, LinkRecord>;
    }
  | { readonly kind: 'stale' | 'busy' | 'full' | 'unreadable' };

/** Decides over one row by what is on the shelf. */
export function placeFinding(row: Row, shelf: Shelf, placing: Placing): Placed {
  const record = shelf.records.get(row.key);
  if (record && record.seenAt > row.seenAt) return { kind: 'stale' };
  if ('gone' in row) return placeGone(row, record, shelf, placing);
  if (hasOwnIssue(record)) return { kind: 'alone', changes: new Map() };
  const target = targetIn(row, record, shelf);
  const out = leave(row, record, target, shelf, placing);
  if ('kind' in out) return out;
  if (!target) return { kind: 'alone', changes: out.changes };
  return join(row, record, target, shelf, placing, out.changes);
}

/** The part of the group where it is already, or the one that is to be tried. A group that was taken apart is none. */
function targetIn(row: SnapshotRow, record: LinkRecord | undefined, { groups }: Shelf): GroupRef | undefined {
  const { target, part, connection, product } = row;
  if (!target) return undefined;
  const first = groups.get(groupKey(connection, product, target));
  if (first?.group?.dissolved) return undefined;
  if (record?.product === product && isSameGroup(record.memberOf, target)) return record.memberOf;
  return part === undefined ? target : { ...target, part };
}

/** What leaving its present group changes; nothing if it stays there. */
function leave(
  row: SnapshotRow,
  record: LinkRecord | undefined,
  target: GroupRef | undefined,
  { groups }: Shelf,
  { settings, now }: Placing,
): { readonly changes: Map<string, LinkRecord> } | { readonly kind: 'busy' | 'unreadable' } {
  const changes = new Map<string, LinkRecord>();
  const key = record && keyOfGroup(record);
  const next = target && groupKey(row.connection, row.finding.product, target);
  if (!record || key === undefined || key === next) return { changes };
  const group = groups.get(key);
  if (group?.unreadable !== undefined) return { kind: 'unreadable' };
  if (group && isGroup(group) && memberIn(group.group, row.finding.id)) {
    if (isLeased(group, now)) return { kind: 'busy' };
    const why: Leaving = row.lifecycle === 'rejected' ? { rejected: row.finding.status } : 'moved';
    changes.set(key, withoutMember(group, row.finding.id, why, settings, now));
  }
  const { memberOf: _memberOf, ...alone } = record;
  return { changes: changes.set(row.key, waiting(alone)) };
}

function join(
  row: SnapshotRow,
  record: LinkRecord | undefined,
  target: GroupRef,
  { groups }: Shelf,
  placing: Placing,
  changes: Map<string, LinkRecord>,
): Placed {
  const key = groupKey(row.connection, row.finding.product, target);
  const stored = groups.get(key);
  if (stored?.unreadable !== undefined) return { kind: 'unreadable' };
  const group = stored && isGroup(stored) ? stored : emptyGroup(row.connection, row.finding.product, target);
  if (!memberIn(group.group, row.finding.id) && !hasRoom(group.group, row.member)) return { kind: 'full' };
  const after = groupAfter(row, record, group, placing);
  if (after && isLeased(group, placing.now)) return { kind: 'busy' };
  if (after) changes.set(key, after);
  changes.set(row.key, memberRecord(row, record, target));
  return { kind: after ? 'joined' : 'unchanged', changes };
}

/** The group with what the row says; undefined: it says nothing new, and nothing else is to be done. */
function groupAfter(
  row: SnapshotRow,
  record: LinkRecord | undefined,
  group: GroupRecord,
  { settings, by, hears, receipts, now }: Placing,
): GroupRecord | undefined {
  const { member, seenAt, finding } = row;
  const known = memberIn(group.group, member.id);
  const insists = !row.anew && insistsOn(row, group, receipts);
  const isReported = !row.anew && lifecycleOfMember(member, settings) === 'open';
  const isOverdue = isReported && stillReported(group, settings, now, hears).size > 0;
  if (insists || isOverdue || !isSameMember(known, member))
    return withMember(group, { member, seenAt, insists }, settings, now);
  const hasNewTexts =
    record?.snapshot !== row.snapshot && fold(group.group, settings)?.lead.id === finding.id;
  const isBehind = group.group.settings !== by && group.todo?.fold === undefined;
  return hasNewTexts || isBehind ? toFold(group, now + gatherMs) : undefined;
}

/** Deleted, it leaves its group; absent, it stays there as resolved, like a finding that stands alone. */
function placeGone(
  { key, gone, seenAt }: GoneRow,
  record: LinkRecord | undefined,
  { groups }: Shelf,
  { settings, now }: Placing,
): Placed {
  const groupAt = record && keyOfGroup(record);
  if (!record || groupAt === undefined) return { kind: 'alone', changes: new Map() };
  const group = groups.get(groupAt);
  if (group?.unreadable !== undefined) return { kind: 'unreadable' };
  if (group && isLeased(group, now)) return { kind: 'busy' };
  const member = group && isGroup(group) ? memberIn(group.group, gone.gone) : undefined;
  const changes = new Map<string, LinkRecord>();
  if (gone.why === 'deleted') {
    const { memberOf: _memberOf, snapshot: _snapshot, ...rest } = record;
    changes.set(key, { ...settled(rest, 'deleted'), seenAt });
    if (member && group && isGroup(group))
      changes.set(groupAt, withoutMember(group, member.id, 'deleted', settings, now));
    return { kind: 'joined', changes };
  }
  const isRejected = lifecycleOf(record.facts.status, settings) === 'rejected';
  const status = isRejected ? record.facts.status : 'resolved';
  changes.set(key, { ...record, seenAt, facts: { ...record.facts, status } });
  if (member && member.status !== status && group && isGroup(group))
    changes.set(
      groupAt,
      withMember(group, { member: { ...member, status, creates: [] }, seenAt }, settings, now),
    );
  return { kind: 'joined', changes };
}

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
    ...(member.rule !== undefined && { rule: member.rule }),
    ...(hearing && { hearing }),
    // Comments that wait go into the group's issue.
    ...(talk !== undefined && { todo: { talk } }),
  };
}
