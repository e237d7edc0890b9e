import type { KnownResult, Marks } from '../../contract/stored/known-results';

/** Results that are gone stay known, so that a regression is the same finding: this many of a scope, the newest. */
const mostGone = 1_000;

/** What a scope knows after a report, and the ids that are there no longer: a complete one lacks them, or it says so. */
export interface KnownAfter {
  readonly results: readonly KnownResult[];
  readonly lacking: readonly string[];
  readonly toldGone: readonly string[];
}

interface Claim {
  readonly isComplete: boolean;
  readonly at: number;
  /** What it lacks is only doubted until an admin confirms the report. */
  readonly isHeld?: boolean;
  /** Another report waits for an admin's word already. */
  readonly isWaiting?: boolean;
  /** The piece of a large report that this is. */
  readonly piece?: PieceOfRun;
  /** Large reports whose pieces are on their way, this one's among them. */
  readonly awaited?: readonly Run[];
}

/** A large report that began at `startedAt` (ms). */
export interface Run {
  readonly run: string;
  readonly startedAt: number;
}

/** A piece of a large report. */
export interface PieceOfRun extends Run {
  readonly number: number;
}

/** Stands for the number of a piece where another report named the entry while the pieces were on their way. */
const byAnother = 0;

/** The knowledge of a scope once a report was worked in. A report that is not complete proves nothing by what it lacks. */
export function knownAfter(
  before: readonly KnownResult[],
  report: { readonly marks: readonly Marks[]; readonly ids: readonly string[] },
  claim: Claim,
): KnownAfter {
  const known = new Map(before.map((one) => [one.id, one]));
  const named = new Set(report.ids);
  const seen = report.marks.map((marks, index) => {
    const id = report.ids[index] ?? '';
    return toKnown(marks, id, known.get(id), claim);
  });
  const toldGone = seen.filter(({ id, goneAt }) => goneAt !== undefined && isLive(known.get(id)));
  const unnamed = before.filter(({ id }) => !named.has(id));
  const lacking = new Set(unnamed.filter((one) => isLacking(one, claim)).map(({ id }) => id));
  const left = unnamed.map((one) => (lacking.has(one.id) ? withoutIt(one, claim) : one));
  return {
    results: withoutOldest([...seen, ...left]),
    lacking: [...lacking],
    toldGone: toldGone.map(({ id }) => id),
  };
}

/** What is known once an admin confirmed the report that waited, and what that takes away. */
export function knownAfterWord(before: readonly KnownResult[], at: number): KnownAfter {
  const doubted = before.filter((one) => one.doubted === true);
  const results = before.map((one) => (one.doubted === true ? withoutIt(one, { at }) : one));
  return { results: withoutOldest(results), lacking: doubted.map(({ id }) => id), toldGone: [] };
}

function withoutIt(
  { doubted: _, ...one }: KnownResult,
  { at, isHeld }: Pick<Claim, 'at' | 'isHeld'>,
): KnownResult {
  return isHeld === true ? { ...one, doubted: true } : { ...one, goneAt: at };
}

/** The number of the piece of a large report that named an entry last; undefined: none of its pieces did. */
export function namedByPiece(one: KnownResult, run: string): number | undefined {
  const number = namedSince(one, run);
  return number === byAnother ? undefined : number;
}

function namedSince({ piece = '' }: KnownResult, run: string): number | undefined {
  const name = piece.split(' ').find((one) => one.startsWith(`${run}#`));
  return name === undefined ? undefined : Number(name.slice(run.length + 1));
}

function isLive(one: KnownResult | undefined): boolean {
  return one !== undefined && one.goneAt === undefined;
}

/** A large report lacks what neither its pieces named nor, since the first of them came, any other report. */
function isLacking(one: KnownResult, { isComplete, piece }: Claim): boolean {
  if (!isComplete || !isLive(one)) return false;
  if (!piece) return true;
  return namedSince(one, piece.run) === undefined && (one.seenAt ?? 0) <= piece.startedAt;
}

function toKnown(
  { gone, ...marks }: Marks,
  id: string,
  before: KnownResult | undefined,
  claim: Claim,
): KnownResult {
  const { at } = claim;
  const since = sinceWhen(before, claim);
  const pieces = piecesOf(before, claim);
  return {
    ...marks,
    id,
    ...(gone === true && { goneAt: before?.goneAt ?? at }),
    ...(since !== undefined && { since }),
    ...(pieces !== '' && { piece: pieces }),
  };
}

/**
 * Several large reports of one scope may be on their way at once: none forgets what its pieces named, or what another
 * report did since its first one. The order in which reports are worked in tells that, also within a millisecond.
 */
function piecesOf(before: KnownResult | undefined, { at, piece, awaited = [] }: Claim): string {
  const others = awaited.flatMap(({ run, startedAt }) => {
    if (run === piece?.run) return [];
    const number = (before && namedSince(before, run)) ?? (at >= startedAt ? byAnother : undefined);
    return number === undefined ? [] : [{ run, number }];
  });
  const all = piece ? [piece, ...others] : others;
  return all.map(({ run, number }) => `${run}#${String(number)}`).join(' ');
}

/** Only where a report waits, or may come to wait, anybody asks for it. */
function sinceWhen(
  before: KnownResult | undefined,
  { at, isComplete, isHeld, isWaiting, piece }: Claim,
): number | undefined {
  if (isComplete && isHeld !== true) return undefined;
  if (isLive(before)) return before?.since;
  return isHeld === true || isWaiting === true || piece !== undefined ? at : undefined;
}

function withoutOldest(results: readonly KnownResult[]): KnownResult[] {
  const gone = results.filter(({ goneAt }) => goneAt !== undefined);
  const kept = gone.toSorted((one, other) => (other.goneAt ?? 0) - (one.goneAt ?? 0)).slice(0, mostGone);
  return [...results.filter(({ goneAt }) => goneAt === undefined), ...kept];
}
