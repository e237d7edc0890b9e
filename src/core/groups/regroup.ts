/** How a group's record changes when a finding joins it, says something new, or leaves it. `now` in ms. */
import type { GroupMember, GroupRef } from '../../contract/group';
import type { Hearing, LinkRecord } from '../../contract/link-record';
import { roles, type SettingsDocument } from '../../contract/settings';
import { mark } from '../data/hash';
import { undecided } from '../sync/deciding';
import { storedHearing } from '../sync/hearing';
import { spaceOfRecord } from '../settings/spaces';
import { issuesMade, issuesThere, issueThere } from '../sync/issues';
import { lifecycleOf } from '../sync/lifecycle';
import { forgetStatus, statusMark } from '../sync/plan';
import { isAt, targetFor } from '../sync/targets';
import { deleteAt, type Todos, without } from '../sync/todos';
import { waiting } from '../sync/finding-states';
import { fold, type Fold } from './fold';
import { groupName } from './group-ref';
import { lifecycleOfMember } from './member-status';
import { asKnown, memberIn, withoutNews } from './members';
import type { Regrouping } from './row';

/** What belongs together comes together: the issue waits so long for the others, instead of being changed for each. */
export const gatherMs = 10_000;

export type GroupRecord = LinkRecord & { readonly group: NonNullable<LinkRecord['group']> };

export function isGroup(record: LinkRecord): record is GroupRecord {
  return record.group !== undefined;
}

/** The record of a group that has no members yet. */
export function emptyGroup(connection: string, product: string, ref: GroupRef): GroupRecord {
  return {
    connection,
    findingId: groupName(ref),
    product,
    state: 'pending',
    version: 0,
    seenAt: 0,
    facts: {
      title: groupName(ref).slice(0, 255),
      severity: 'info',
      status: 'unverified',
      kind: 'vulnerability',
    },
    issues: {},
    group: { ...ref, members: [] },
  };
}

/** What a finding says about the group that it belongs to. */
export interface Said {
  readonly member: GroupMember;
  readonly seenAt: number;
  /** Its portal says it knowing what Jira meant. */
  readonly insists?: boolean;
}

/** The group with a member as it is now. One that is open, and was not or is new, opens an issue that is done. */
export function withMember(
  before: GroupRecord,
  { member: said, seenAt, insists = false }: Said,
  { settings, now, foldAt }: Regrouping,
): GroupRecord {
  const known = memberIn(before.group, said.id);
  const member = asKnown(known, said, insists);
  const news = known && known.news !== 'joined' ? 'changed' : 'joined';
  const isOpen = lifecycleOfMember(member, settings, now) === 'open';
  const opens = isOpen && (insists || known?.status !== member.status);
  const others = before.group.members.filter(({ id }) => id !== member.id);
  const decided = opens ? before.decided : undefined;
  const issues = structuredClone(before.issues);
  if (opens)
    for (const issue of issuesMade({ issues }))
      if (insists || issue.category === 'done' || issue.category === undefined) forgetStatus(issue);
  const { close: _close, delete: _delete, ...todo }: Todos = before.todo ?? {};
  return toFold(
    {
      ...before,
      issues,
      seenAt: Math.max(before.seenAt, seenAt),
      hearing: opens ? withoutMeaning(before.hearing) : before.hearing,
      forgotten: isOpen ? undefined : before.forgotten,
      // People decided about those that were there: for the others it stands.
      decided: opens ? undefined : before.decided,
      todo: isOpen ? todo : before.todo,
      group: {
        ...before.group,
        members: [...others.map((one) => withDecided(one, decided, settings, now)), { ...member, news }],
      },
    },
    foldAt,
  );
}

/** A member with what was decided about all, which another one ends for itself or it takes along; only about open ones. */
export function withDecided(
  member: GroupMember,
  decided: LinkRecord['decided'],
  settings: SettingsDocument,
  now: number,
): GroupMember {
  if (!decided || lifecycleOfMember(member, settings, now) !== 'open') return member;
  const { reason: _reason, ...own } = decided;
  return { ...member, decided: own };
}

/**
 * The group after its issues came to mean a status. Whoever opens what is closed because of decisions about its members
 * wants them open; the issues stay where they were put.
 */
export function endedByJira(
  record: LinkRecord,
  status: string,
  settings: SettingsDocument,
  now: number,
): LinkRecord {
  if (!isGroup(record) || lifecycleOf(status, settings) !== 'open') return record;
  const isClosed = (fold(record.group, settings, now)?.lifecycle ?? 'open') !== 'open';
  if (!isClosed || !record.group.members.some(({ decided }) => decided)) return record;
  const group = { ...record.group, members: record.group.members.map(undecided) };
  const opened = fold(group, settings, now)?.status ?? record.facts.status;
  const issues = structuredClone(record.issues);
  for (const issue of issuesThere({ issues })) issue.sent[statusMark] = mark(opened);
  const todo = without(without(record.todo, 'reopen'), 'delete');
  return toFold(
    { ...record, issues, group, todo, facts: { ...record.facts, status: opened } },
    now + gatherMs,
  );
}

/** What the portal says knowing it, or anew, is its own word: what was meant before is over. */
function withoutMeaning(hearing: Hearing | undefined): Hearing | undefined {
  const { meant: _meant, asked: _asked, ...rest } = hearing ?? {};
  return storedHearing(rest);
}

/** The group's issues are to be brought after its members, at the latest then (ms). */
export function toFold(record: GroupRecord, at: number): GroupRecord {
  const fold = Math.min(record.todo?.fold ?? Infinity, at);
  const { parked, ...rest } = record;
  return {
    ...waiting({ ...rest, todo: { ...record.todo, fold }, ...(parked !== 'fold' && { parked }) }),
    group: record.group,
  };
}

/** Why a finding leaves its group; `rejected` is its new status. What `deleted` ones leave behind, the settings say. */
export type Leaving = 'moved' | 'deleted' | { readonly rejected: string };

/** The group without a member. An empty one is done: its issues are closed like those of a finding that is gone. */
export function withoutMember(
  before: GroupRecord,
  id: string,
  why: Leaving,
  regrouping: Regrouping,
): GroupRecord {
  const { settings, foldAt } = regrouping;
  const leaving = memberIn(before.group, id);
  const members = before.group.members.filter((one) => one.id !== id);
  const after = { ...before, group: { ...before.group, members } };
  if (members.length > 0) return toFold(after, foldAt);
  const issues = structuredClone(before.issues);
  // Whoever closes them now or later: the next member opens them.
  for (const issue of issuesMade({ issues })) forgetStatus(issue);
  const todo = { ...without(before.todo, 'fold'), ...todosOfEmpty(before, why, regrouping) };
  const isToDo = 'close' in todo || 'delete' in todo;
  const status = typeof why === 'string' ? before.facts.status : why.rejected;
  const facts = { ...before.facts, status, severity: leaving?.severity ?? before.facts.severity };
  const empty = { ...after, issues, facts, todo };
  if (!isToDo) return empty;
  const forgotten = why === 'deleted' && settings.deleting.goneFromPortal === 'delete';
  return { ...waiting(empty), group: empty.group, ...(forgotten && { forgotten }) };
}

function todosOfEmpty(before: GroupRecord, why: Leaving, { settings, now, foldAt }: Regrouping): Todos {
  const { deleting } = settings;
  if (why === 'deleted' && deleting.goneFromPortal === 'leave') return {};
  if (why === 'deleted' && deleting.goneFromPortal === 'delete') return { delete: now };
  const isRejected = typeof why !== 'string';
  const grace = isRejected && deleting.enabled ? { delete: deleteAt(before, deleting, now) } : {};
  return { close: foldAt, ...grace };
}

/**
 * The group with the status of its worst member, where both it and the one before are open: that another leads it now says
 * nothing against what people made of the issue. What a member says anew does, and has opened it by then.
 */
export function led(
  record: GroupRecord,
  { status, lifecycle }: Fold,
  settings: SettingsDocument,
): GroupRecord {
  const before = record.facts.status;
  const wasOpen = (lifecycleOf(before, settings) ?? 'open') === 'open';
  if (lifecycle !== 'open' || !wasOpen || before === status) return record;
  const issues = structuredClone(record.issues);
  for (const issue of issuesThere({ issues }))
    if (issue.category === 'done' && issue.sent[statusMark] === mark(before))
      issue.sent[statusMark] = mark(status);
  return { ...record, issues, facts: { ...record.facts, status } };
}

/** Whether people closed an issue of the group before it showed an open finding that has joined: they did not mean that. */
export function isShutForNew(record: LinkRecord, settings: SettingsDocument, now: number): boolean {
  const one = isGroup(record) && !record.decided ? fold(record.group, settings, now) : undefined;
  if (one?.lifecycle !== 'open') return false;
  const isNew = one.counting.some(({ news }) => news === 'joined');
  return (
    isNew &&
    roles.some((role) => {
      const issue = issueThere(record, role);
      const target = targetFor(one.status, 'open', spaceOfRecord(record, role, settings));
      return issue?.category === 'done' && target !== undefined && !isAt(issue, target);
    })
  );
}

/** The group whose issues are opened for a finding that has joined. */
export function openedForNew(record: GroupRecord): GroupRecord {
  const issues = structuredClone(record.issues);
  for (const issue of issuesMade({ issues })) if (issue.category === 'done') forgetStatus(issue);
  return { ...record, issues, hearing: withoutMeaning(record.hearing) };
}

/** The group once its issue shows all of its members. */
export function folded(record: GroupRecord, settings: string): GroupRecord {
  return { ...record, group: { ...record.group, members: record.group.members.map(withoutNews), settings } };
}
