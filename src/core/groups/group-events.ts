/** What a portal is told of a group: it knows the members only, so each is told of the issue that they share. */
import type { GroupMember } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { sha256 } from '../data/hash';
import { eventsBetween, type Happened, namedIssue, openedAgain, placeOf } from '../sync/events-between';
import { issueMade } from '../sync/issues';
import { statusOfDecision } from '../sync/decided';
import { lifecycleOf } from '../sync/lifecycle';
import { fold } from './fold';
import type { GroupRecord } from './regroup';
import { lifecycleOfMember } from './member-status';

export interface ToldMember {
  readonly member: Pick<GroupMember, 'id'>;
  readonly happened: readonly Happened[];
}

/**
 * What is told of each member between two states of a group's record. One that joined is told of the issues once they
 * show it, one that left that they are no longer its own; what Jira means concerns those that are open or,
 * where none is, those for which its issues are done.
 */
export function groupEvents(
  before: LinkRecord | undefined,
  after: GroupRecord,
  settings: SettingsDocument,
  now: number,
): ToldMember[] {
  const had = before?.group?.members ?? [];
  const known = new Map(had.map((member) => [member.id, member]));
  const isOpen = (member: GroupMember) => lifecycleOfMember(member, settings, now) === 'open';
  const counting = new Set(fold(after.group, settings, now)?.counting.map(({ id }) => id));
  const staying = after.group.members.flatMap((member) => {
    const old = known.get(member.id);
    if (old?.news === 'joined' && member.news !== 'joined')
      return [{ member, happened: arriving(after, isOpen(member)) }];
    if (!old || old.news === 'joined' || !before) return [];
    const ended = endedAlone(old, member, before, after);
    const standing = { isOpen: isOpen(member), counts: counting.has(member.id) };
    return [
      { member, happened: [...ofMember({ old, member }, standing, before, after, settings), ...ended] },
    ];
  });
  const ids = new Set(after.group.members.map(({ id }) => id));
  const left = had.filter(({ id, news }) => !ids.has(id) && news !== 'joined');
  return [...staying, ...left.map((member) => ({ member, happened: leaving(after) }))];
}

/** As if the group had just come to be. What was decided about those that are open is not about one that is not. */
function arriving(after: LinkRecord, isOpen: boolean): Happened[] {
  const { decided } = after;
  return eventsBetween(undefined, { ...after, hearing: undefined, decided: isOpen ? decided : undefined });
}

/** As if its issues were no longer there. */
function leaving(after: LinkRecord): Happened[] {
  return eventsBetween(after, { ...after, issues: {} });
}

/** What people say about what is open. */
const decisions: ReadonlySet<string> = new Set([
  'finding.retest_requested',
  'finding.risk_accepted',
  'finding.rejected',
]);

/** `counts`: it keeps the group where it is, so that the issues are done for it; whoever opens these opens it. */
function ofMember(
  { old, member }: { readonly old: GroupMember; readonly member: GroupMember },
  { isOpen, counts }: { readonly isOpen: boolean; readonly counts: boolean },
  before: LinkRecord,
  after: LinkRecord,
  settings: SettingsDocument,
): Happened[] {
  const happened = eventsBetween(before, after);
  const again = isOwnWord(old, member) ? undefined : openedAgain(before, after);
  return [...happened, ...(again ? [again] : [])].flatMap((one): Happened[] => {
    if (decisions.has(one.type)) return isOpen ? [one] : [];
    if (one.type !== 'finding.status_changed') return [one];
    if (!counts) return [];
    // Open means for each what it was when it was open.
    const ofOne = (status: string) =>
      isOpen && lifecycleOf(status, settings) === 'open' ? member.status : status;
    const wasTold = before.hearing?.meant !== undefined || before.decided !== undefined;
    const had = wasTold ? ofOne(one.data.from) : member.status;
    const from = old.decided ? statusOfDecision(old.decided) : had;
    const data = { ...one.data, from, to: ofOne(one.data.to) };
    return data.from === data.to ? [] : [{ ...one, data }];
  });
}

/**
 * A decision about this member alone is over, and nobody says so: its day has come. What ends it for all is told as that,
 * and what its portal says, the portal knows.
 */
function endedAlone(
  old: GroupMember,
  member: GroupMember,
  before: LinkRecord,
  after: LinkRecord,
): Happened[] {
  if (!old.decided || member.decided || old.status !== member.status || before.seenAt !== after.seenAt)
    return [];
  if (before.hearing?.meant?.event !== after.hearing?.meant?.event) return [];
  const { role } = old.decided;
  const issue = namedIssue(role, after);
  const data = {
    from: statusOfDecision(old.decided),
    to: member.status,
    jira: placeOf(issueMade(after, role)),
  };
  return [{ type: 'finding.status_changed', ...(issue ? { issue } : {}), data }];
}

/** Its portal has just said something of it: what follows from that need not be told back. */
function isOwnWord(old: GroupMember, member: GroupMember): boolean {
  return member.news !== undefined && old.news === undefined;
}

/** The id of an event that is told of several members: another one for each, and always the same. */
export function memberEventId(event: string, { id }: Pick<GroupMember, 'id'>): string {
  return `${event}-${sha256(id).slice(0, 12)}`;
}

/** Whether an event tells of a member what this one says of the group. */
export function isOfEvent(id: string, event: string): boolean {
  return id === event || id.startsWith(`${event}-`);
}

/** What of a group makes it worth telling somebody. */
export function tellableMembers(record: LinkRecord | undefined): unknown {
  return record?.group?.members.map(({ id, news, decided }) => [
    id,
    news === 'joined',
    decided !== undefined,
  ]);
}
