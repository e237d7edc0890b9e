/** The life of a pending mark: rung for, begun, postponed, left behind by a worker that died. */
import { type InboxChunk, isFindingItem, isReportItem, type PendingChunk } from '../../contract/inbox';

/** No invocation lasts longer. */
const workMs = 15 * 60_000;
/** A bell that rang this recently may still be on its way; the next one waits twice as long, and so on. */
const graceMs = 2 * 60_000;
const longestGraceMs = 60 * 60_000;
/** So many workers may die over a chunk before it is taken apart. */
const deathsAllowed = 3;
/** What is left of a chunk is named one by one while it is so few. */
const namedAtMost = 25;

/** The mark of a chunk that was just put into the inbox, for this bell. */
export function newMark(
  { id, connection, receipt, acceptedAt, items }: InboxChunk,
  bell: string,
): PendingChunk {
  const findings = items.some(isReportItem) ? {} : { findings: items.filter(isFindingItem).length };
  return { id, connection, receipt, acceptedAt, notBefore: acceptedAt, attempts: 0, bell, ...findings };
}

/** Whether a bell may work off the chunk; one that is stale, or came for another turn, may not. */
export function answersTo(mark: PendingChunk, bell: string | undefined): boolean {
  return mark.bell === undefined || mark.bell === bell;
}

/** Somebody begins: counted as a death until the end is written down. */
export function begun(mark: PendingChunk, now: number): PendingChunk {
  const { rung: _rung, ...rest } = mark;
  return { ...rest, busyUntil: now + workMs, deaths: (mark.deaths ?? 0) + 1 };
}

/** Whether too many died over it for one more to try it as it is. */
export function isSuspect({ deaths = 0 }: PendingChunk): boolean {
  return deaths >= deathsAllowed;
}

/** A part of a suspect, or the suspect alone: one more death takes it apart further. */
export function suspected(mark: PendingChunk, bell: string, now: number): PendingChunk {
  const { busyUntil: _busy, rung: _rung, ...rest } = mark;
  return { ...rest, notBefore: now, bell, deaths: deathsAllowed - 1 };
}

/** The chunk that a part of a chunk becomes. */
export function partId(chunk: string, index: number): string {
  return `${chunk}.${String(index)}`;
}

/** Whether a chunk is a part of one that was taken apart. */
export function isPart(chunk: string): boolean {
  return chunk.includes('.');
}

/** The worker came to an end, and some findings have to wait. `before`: the mark as it was when it began. */
export function postponed(
  before: PendingChunk,
  bell: string,
  notBefore: number,
  waits: readonly { readonly ref: string; readonly reason: PendingChunk['reason'] }[],
): PendingChunk {
  const { busyUntil: _busy, rung: _rung, reason: _reason, only: _only, ...rest } = before;
  const reason = waits[0]?.reason;
  const only = waits.length <= namedAtMost ? { only: waits.map(({ ref }) => ref) } : {};
  return { ...rest, bell, notBefore, attempts: before.attempts + 1, ...(reason ? { reason } : {}), ...only };
}

/** It failed for a reason that no finding has to do with: nobody died. */
export function interrupted(before: PendingChunk, begunMark: PendingChunk): PendingChunk {
  const { deaths: _deaths, ...rest } = begunMark;
  return before.deaths === undefined ? rest : { ...rest, deaths: before.deaths };
}

/** Whether the sweep has to ring for it. */
export function mustRing({ notBefore, acceptedAt, busyUntil, rung }: PendingChunk, now: number): boolean {
  if (busyUntil !== undefined) return busyUntil <= now && notRungLately(rung, now);
  return Math.max(notBefore, acceptedAt) + graceMs <= now && notRungLately(rung, now);
}

function notRungLately(rung: PendingChunk['rung'], now: number): boolean {
  return rung === undefined || rung.at + Math.min(longestGraceMs, graceMs * 2 ** rung.times) <= now;
}

/** The sweep rings for it with a bell of its own; older ones are stale from now on. */
export function rungFor(mark: PendingChunk, bell: string, now: number): PendingChunk {
  return { ...mark, bell, rung: { at: now, times: (mark.rung?.times ?? 0) + 1 } };
}
