import type { KnownResult, Marks } from '../../contract/stored/known-results';

/** Results that are gone stay known, so that a regression is the same finding: this many of a scope, the newest. */
const mostGone = 1_000;

/** What a scope knows after a report, and the ids that a complete one lacks. */
export interface KnownAfter {
  readonly results: readonly KnownResult[];
  readonly absent: readonly string[];
}

/** The knowledge of a scope once a report was worked in. A report that is not complete proves nothing by what it lacks. */
export function knownAfter(
  before: readonly KnownResult[],
  report: { readonly marks: readonly Marks[]; readonly ids: readonly string[] },
  { isComplete, at }: { readonly isComplete: boolean; readonly at: number },
): KnownAfter {
  const named = new Set(report.ids);
  const unnamed = before.filter(({ id }) => !named.has(id));
  const isLacking = ({ goneAt }: KnownResult) => isComplete && goneAt === undefined;
  const goneSince = new Map(before.map(({ id, goneAt = at }) => [id, goneAt]));
  const seen = report.marks.map((marks, index) => {
    const id = report.ids[index] ?? '';
    return toKnown(marks, id, goneSince.get(id) ?? at);
  });
  const left = unnamed.map((one) => (isLacking(one) ? { ...one, goneAt: at } : one));
  return {
    results: withoutOldest([...seen, ...left]),
    absent: unnamed.filter(isLacking).map(({ id }) => id),
  };
}

function toKnown({ oldRules: _, gone, ...marks }: Marks, id: string, at: number): KnownResult {
  return { ...marks, id, ...(gone === true && { goneAt: at }) };
}

function withoutOldest(results: readonly KnownResult[]): KnownResult[] {
  const gone = results.filter(({ goneAt }) => goneAt !== undefined);
  const kept = gone.toSorted((one, other) => (other.goneAt ?? 0) - (one.goneAt ?? 0)).slice(0, mostGone);
  return [...results.filter(({ goneAt }) => goneAt === undefined), ...kept];
}
