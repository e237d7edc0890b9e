/** Creates that Jira did not take or not clearly answer: with how many others a finding may go the next time. */
import type { CreateDoubt, LinkRecord } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import { type Limited, mayBeOfCall } from '../jira/failure';

/** A bulk call takes 50 issues. */
export const bulkSize = 50;
/** So often one issue goes alone before an admin is asked. Each try takes minutes: the searches come in between. */
const triesAlone = 4;

/** So often in a row a call may be refused for its rate until that may be a matter of what it holds. */
const limitsAllowed = 3;
/** How long (s) an issue that went alone and was not taken waits at least, by how often. */
const waitsAlone = [0, 300, 1_800] as const;

/** After a create of `size` issues at once was not clearly answered. */
export function moreDoubt(before: CreateDoubt | undefined, size: number): CreateDoubt {
  const atOnce = Math.max(1, Math.min(before?.atOnce ?? bulkSize, Math.ceil(size / 2)));
  return { atOnce, alone: (before?.alone ?? 0) + (size === 1 ? 1 : 0) };
}

/**
 * After a create of `size` issues at once that Jira did not take, though it said nothing against any of them. A limit of
 * the rate is mostly one of calls in general; where it never ends, it may be about this one.
 */
export function afterLimit(
  before: CreateDoubt | undefined,
  limit: Limited,
  size: number,
): CreateDoubt | undefined {
  if (limit.conflict) return moreDoubt(before, size);
  if (!mayBeOfCall(limit)) return before;
  const limits = (before?.limits ?? 0) + 1;
  const { atOnce = bulkSize, alone = 0 } = before ?? {};
  return { ...(limits > limitsAllowed ? moreDoubt(before, size) : { atOnce, alone }), limits };
}

/** How long (s) it waits then, where Jira asks for `seconds`. */
export function waitAfter({ alone }: CreateDoubt, seconds: number): number {
  return Math.max(seconds, waitsAlone[Math.min(alone, waitsAlone.length) - 1] ?? 0);
}

/** Whether Jira has had chances enough: it is this one issue that it cannot create. */
export function isCulprit(doubt: CreateDoubt): boolean {
  return doubt.alone >= triesAlone;
}

/** How late its turn comes: below 0 without doubt, above it once it went alone. */
export function doubtRank(doubt: CreateDoubt | undefined): number {
  return doubt?.alone ?? -1;
}

/** Those without doubt go first and together; the worst go last, so that they hold nobody up. */
export function byDoubt<T>(list: readonly T[], doubtOf: (one: T) => CreateDoubt | undefined): T[] {
  const rank = (one: T) => doubtRank(doubtOf(one));
  const size = (one: T) => doubtOf(one)?.atOnce ?? bulkSize;
  return [...list].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
}

/**
 * How many of these, which are ordered by doubt, go into the next call. After one that Jira answered twice as many go
 * as went then: what was in doubt because Jira was down for all is soon sent as fast as ever.
 */
export function nextBulk(doubts: readonly (CreateDoubt | undefined)[], answered: number): number {
  const sure = doubts.findIndex((doubt) => doubt !== undefined);
  if (sure !== 0) return Math.min(bulkSize, sure < 0 ? doubts.length : sure);
  return Math.min(bulkSize, Math.max(doubts[0]?.atOnce ?? 1, answered * 2));
}

/** The doubts of a record without one role's: its issue is known. */
export function withoutDoubt(doubts: LinkRecord['doubts'], role: Role): LinkRecord['doubts'] {
  const rest = Object.entries(doubts ?? {}).filter(([one]) => one !== role);
  return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}
