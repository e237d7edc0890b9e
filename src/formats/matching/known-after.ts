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
  /** The piece of a large report that this is; a complete one lacks only what none of its pieces named. */
  readonly piece?: { readonly run: string; readonly number: number };
}

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

/** How the entries of a piece of a large report are marked. */
export function pieceName({ run, number }: NonNullable<Claim['piece']>): string {
  return `${run}#${String(number)}`;
}

function isLive(one: KnownResult | undefined): boolean {
  return one !== undefined && one.goneAt === undefined;
}

function isLacking(one: KnownResult, { isComplete, piece }: Claim): boolean {
  return isComplete && isLive(one) && !(piece && one.piece?.startsWith(`${piece.run}#`));
}

function toKnown(
  { gone, ...marks }: Marks,
  id: string,
  before: KnownResult | undefined,
  claim: Claim,
): KnownResult {
  const { at, piece } = claim;
  const since = sinceWhen(before, claim);
  return {
    ...marks,
    id,
    ...(gone === true && { goneAt: before?.goneAt ?? at }),
    ...(since !== undefined && { since }),
    ...(piece && { piece: pieceName(piece) }),
  };
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
