/** How a thread changes: what comes in from the portal, and what became of copies in Jira. */
import type { CommentItem } from '../../contract/inbox';
import type { IssueThere } from '../../contract/link-record';
import { type Copy, type PortalEntry, type Thread, threadVersion } from '../../contract/stored/threads';
import { entryKey } from './origin';

/** So many workers may die over a comment before it is parked. */
export const deathsAllowed = 3;

export function emptyThread(): Thread {
  return { v: threadVersion, version: 0, portal: {}, people: {}, telling: [], last: 0 };
}

/** Whether an item says something newer than is known; of two versions of one time a deletion is the later one. */
export function isNewer(known: PortalEntry | undefined, { comment, seenAt }: CommentItem): boolean {
  if (!known || seenAt > known.at) return true;
  return seenAt === known.at && comment.deleted === true && known.deleted === undefined;
}

/** The thread with a comment of the portal in it. What is deleted before it was ever written leaves nothing to do. */
export function withPortalComment(thread: Thread, item: CommentItem): Thread {
  const key = entryKey(item.comment.finding, item.comment.id);
  const known = thread.portal[key];
  if (!isNewer(known, item)) return thread;
  const { deleted, writtenAt } = item.comment;
  const had = known?.copies ?? [];
  // What was deleted with the comment is written again when the portal brings it back.
  const copies = known?.deleted && !deleted ? had.filter(mayBeThere) : had;
  const isOver = deleted === true && copies.every((copy) => !mayBeThere(copy));
  const entry: PortalEntry = {
    at: item.seenAt,
    writtenAt,
    ...(deleted ? { deleted } : {}),
    ...(isOver ? {} : { waits: true }),
    copies,
  };
  return withEntry(thread, key, entry);
}

export function withEntry(thread: Thread, key: string, entry: PortalEntry): Thread {
  return { ...thread, portal: { ...thread.portal, [key]: entry } };
}

/** Whether Jira has the copy, or may have it. */
export function mayBeThere({ id, claimedAt, gone }: Copy): boolean {
  return gone === undefined && (id !== undefined || claimedAt !== undefined);
}

/** A copy that is to be written onto an issue. */
export function newCopy({ id, project }: IssueThere): Copy {
  return { issue: id, project };
}

/** Where the words of one version of a comment lie: an edit that comes meanwhile has a place of its own. */
export function wordsKey(place: string, { at }: Pick<PortalEntry, 'at'>): string {
  return `${place}.${String(at)}`;
}

/** The places of words that wait; an older version of the app kept those of all versions in one. */
export function wordsKeys(waiting: readonly (readonly [string, PortalEntry])[]): string[] {
  return waiting.flatMap(([place, entry]) => [wordsKey(place, entry), place]);
}

/** Whether what is known of a comment is later than what somebody works on; of two at one time the deletion is. */
export function isOvertaken(known: PortalEntry | undefined, { at, deleted }: PortalEntry): boolean {
  if (!known || known.at !== at) return known !== undefined && known.at > at;
  return known.deleted === true && deleted === undefined;
}

/** The entries that there is something to do for, in the order in which they were written. */
export function waitingEntries({ portal }: Thread): [string, PortalEntry][] {
  return Object.entries(portal)
    .filter(([, { waits }]) => waits)
    .sort(([, a], [, b]) => a.writtenAt - b.writtenAt);
}

/** The copy while somebody writes it: counted as a death until the end is written down. */
export function claimed(copy: Copy, now: number): Copy {
  const deaths = (copy.deaths ?? 0) + 1;
  return copy.id === undefined ? { ...copy, deaths, claimedAt: copy.claimedAt ?? now } : { ...copy, deaths };
}

/** The copy as it is once Jira took it. */
export function written({ issue, project }: Copy, id: string, mark: string): Copy {
  return { issue, project, id, mark };
}

/** The copy once it is deleted. */
export function deletedCopy({ issue, project, id }: Copy): Copy {
  return { issue, project, ...(id === undefined ? {} : { id }), gone: true };
}

/** The copy after a worker came to an end without writing it; `isDoubtful`: Jira may have it all the same. */
export function given({ deaths: _deaths, claimedAt, ...copy }: Copy, isDoubtful: boolean): Copy {
  return isDoubtful && claimedAt !== undefined ? { ...copy, claimedAt } : copy;
}
