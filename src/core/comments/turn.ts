/** A turn of a portal's comments: which of them are written, where to, and what stands of them afterwards. `now` in ms. */
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import type { PortalEntry, Thread } from '../../contract/stored/threads';
import { issuesThere } from '../sync/issues';
import { claimed, deathsAllowed, isOvertaken, newCopy, withEntry } from './thread';

/** A comment with its place in the thread. */
export type Waiting = readonly [place: string, entry: PortalEntry];

/** It is to stand somewhere, and none of its copies is on an issue that is the finding's own. */
export function isNowhere({ copies, deleted }: PortalEntry, whose: LinkRecord): boolean {
  const own = new Set(issuesThere(whose).map(({ id }) => id));
  return deleted === undefined && !copies.some(({ issue }) => own.has(issue));
}

/** Where a comment goes is decided when it is first written, and anew once the finding has none of those issues any more. */
export function aimed(entry: PortalEntry, targets: readonly IssueThere[], whose: LinkRecord): PortalEntry {
  if (!isNowhere(entry, whose)) return entry;
  return { ...entry, copies: [...entry.copies, ...targets.map(newCopy)] };
}

/** The comment while somebody writes it; `isRetry`: what was held is tried again. */
export function claimedEntry({ held, ...entry }: PortalEntry, now: number, isRetry: boolean): PortalEntry {
  return {
    ...entry,
    copies: entry.copies.map((copy) => {
      // What once killed its worker gets one more try.
      const deaths = held && isRetry ? deathsAllowed - 1 : copy.deaths;
      return claimed({ ...copy, ...(deaths === undefined ? {} : { deaths }) }, now);
    }),
  };
}

/** Another version that came meanwhile stands; what is known of the copies belongs to it, too. */
export function withEntries(thread: Thread, entries: readonly Waiting[]): Thread {
  return entries.reduce((so, [place, entry]) => {
    const now = so.portal[place];
    const isOver = now !== undefined && isOvertaken(now, entry);
    return withEntry(so, place, isOver ? { ...now, waits: true, copies: entry.copies } : entry);
  }, thread);
}
