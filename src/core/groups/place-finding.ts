/** Where a snapshot puts its finding: into a group, on in the one where it is, or out of it to stand alone. */
import type { GroupRef } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import type { Rule } from '../../contract/settings';
import type { Decision } from '../sync/decide';
import { insistsOn } from '../sync/hearing';
import { isLeased } from '../sync/lease';
import { isContested } from '../sync/rivals';
import { stillReported } from '../sync/still-reported';
import { waiting } from '../sync/finding-states';
import type { Subject } from '../rules/subject';
import { fold } from './fold';
import { groupKey, groupRefOf, isSameGroup, keyOfGroup, wholeGroup } from './group-ref';
import { holding } from './holding';
import { memberRecord } from './member-record';
import { lifecycleOfMember } from './member-status';
import { asKnown, hasRoom, isSameMember, memberIn } from './members';
import { placeGone } from './place-gone';
import {
  emptyGroup,
  type GroupRecord,
  isGroup,
  type Leaving,
  toFold,
  withDecided,
  withMember,
  withoutMember,
} from './regroup';
import type { Placed, Placing, Row, Shelf, SnapshotRow } from './row';

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

/** Decides over one row by what is on the shelf. */
export function placeFinding(row: Row, shelf: Shelf, placing: Placing): Placed {
  const record = shelf.records.get(row.key);
  if (record && record.seenAt > row.seenAt) return { kind: 'stale' };
  if (record && isLeased(record, placing.now)) return { kind: 'busy' };
  if ('gone' in row) return placeGone(row, record, shelf, placing);
  if (hasOwnIssue(record)) return { kind: 'alone', changes: new Map() };
  const target = targetIn(row, record, shelf);
  const out = leave(row, record, target, shelf, placing);
  if ('kind' in out) return out;
  if (!target) return { kind: 'alone', changes: out.changes };
  const said = withOwnDecision(row, out.changes.get(row.key) ?? record);
  return join(said, record, target, shelf, placing, out.changes);
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

/** What people decided about it elsewhere goes with it, unless its portal says something else by now. */
function withOwnDecision(row: SnapshotRow, record: LinkRecord | undefined): SnapshotRow {
  if (!record?.decided || record.facts.status !== row.finding.status) return row;
  const { reason: _reason, ...decided } = record.decided;
  return { ...row, member: { ...row.member, decided } };
}

/** What leaving its present group changes; nothing if it stays there. */
function leave(
  row: SnapshotRow,
  record: LinkRecord | undefined,
  target: GroupRef | undefined,
  { groups }: Shelf,
  placing: Placing,
): { readonly changes: Map<string, LinkRecord> } | { readonly kind: 'busy' | 'unreadable' } {
  const changes = new Map<string, LinkRecord>();
  const key = record && keyOfGroup(record);
  const next = target && groupKey(row.connection, row.finding.product, target);
  if (!record || key === undefined || key === next) return { changes };
  const stored = groups.get(key);
  if (stored?.unreadable !== undefined) return { kind: 'unreadable' };
  const held = holding(stored, row.finding.id);
  const { memberOf: _memberOf, ...alone } = record;
  if (!held) return { changes: changes.set(row.key, waiting(alone)) };
  const { group, member } = held;
  if (isLeased(group, placing.now)) return { kind: 'busy' };
  const why: Leaving = row.lifecycle === 'rejected' ? { rejected: row.finding.status } : 'moved';
  changes.set(key, withoutMember(group, member.id, why, placing));
  const { decided } = withDecided(member, group.decided, placing.settings, placing.now);
  return { changes: changes.set(row.key, waiting({ ...alone, ...(decided && { decided }) })) };
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
  const first = firstPart(row, target, groups);
  const isNew = !memberIn(group.group, row.finding.id);
  if (isNew && (isDeleted(group) || !hasRoom(group.group, row.member)))
    return { kind: 'full', next: Math.max((target.part ?? 0) + 1, first?.group.parts ?? 0) };
  const after = groupAfter(row, record, group, placing);
  if (after && isLeased(group, placing.now)) return { kind: 'busy' };
  if (after) changes.set(key, after);
  if (!stored && first && target.part !== undefined && !isLeased(first, placing.now))
    changes.set(groupKey(row.connection, row.finding.product, wholeGroup(target)), {
      ...first,
      group: { ...first.group, parts: target.part },
    });
  changes.set(row.key, memberRecord(row, record, target));
  return { kind: after ? 'joined' : 'unchanged', changes };
}

/** People deleted its issues and with them what they knew; who comes later was not among that, and begins a new part. */
function isDeleted({ issues }: GroupRecord): boolean {
  const all = Object.values(issues);
  return all.length > 0 && all.every((one) => one.state === 'gone' && one.missingSince === undefined);
}

/** It remembers how many there are: whoever comes need not try them all. */
function firstPart(
  { connection, finding }: SnapshotRow,
  target: GroupRef,
  groups: Shelf['groups'],
): GroupRecord | undefined {
  const first = groups.get(groupKey(connection, finding.product, wholeGroup(target)));
  return first && isGroup(first) ? first : undefined;
}

/** The group with what the row says; undefined: it says nothing new, and nothing else is to be done. */
function groupAfter(
  row: SnapshotRow,
  record: LinkRecord | undefined,
  group: GroupRecord,
  placing: Placing,
): GroupRecord | undefined {
  const { settings, by, hears, receipts, now, foldAt } = placing;
  const { seenAt, finding } = row;
  const known = memberIn(group.group, finding.id);
  const insists =
    !row.anew && (insistsOn(row, group, receipts) || insistsOn(row, { decided: known?.decided }, receipts));
  const member = asKnown(known, row.member, insists);
  const isReported = !row.anew && lifecycleOfMember(member, settings, now) === 'open';
  const isOverdue = isReported && stillReported(group, settings, now, hears).size > 0;
  if (insists || isOverdue || !isSameMember(known, member))
    return withMember(group, { member, seenAt, insists }, placing);
  const hasNewTexts =
    record?.snapshot !== row.snapshot && fold(group.group, settings, now)?.lead.id === finding.id;
  const isBehind = group.group.settings !== by && group.todo?.fold === undefined;
  return hasNewTexts || isBehind ? toFold(group, foldAt) : undefined;
}
