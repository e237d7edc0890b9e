import type { KnownResult, Marks } from '../../contract/stored/known-results';
import { groupBy } from '../../core/data/lists';
import { type Pair, pairEqualTexts, pairNearest, rest, type Wanted } from './pair-within';

/** What is not recognised yet, and what is. */
export interface Matching {
  readonly results: readonly Wanted[];
  readonly known: readonly KnownResult[];
  readonly pairs: readonly Pair[];
}

export type PairGroup = (results: readonly Wanted[], known: readonly KnownResult[]) => readonly Pair[];
export type KeyOf<T> = (one: T) => string | undefined;

/** Names of prints and former names of rules that are looked at; a usual report has one or two of either. */
export const mostNames = 10;

/** Recognises results that share a key with known results; what has no key is left. */
export function pairBy(
  matching: Matching,
  pairGroup: PairGroup,
  keyOf: KeyOf<Marks>,
  keyOfKnown: KeyOf<KnownResult> = keyOf,
): Matching {
  if (matching.results.length === 0 || matching.known.length === 0) return matching;
  const known = groupBy(matching.known, keyOfKnown);
  const groups = groupBy(matching.results, ({ marks }) => keyOf(marks));
  const pairs = [...groups].flatMap(([key, results]) =>
    key === undefined ? [] : pairGroup(results, known.get(key) ?? []),
  );
  if (pairs.length === 0) return matching;
  const [left, right] = rest(matching.results, matching.known, pairs);
  return { results: left, known: right, pairs: [...matching.pairs, ...pairs] };
}

/** Equal texts first, then the nearest, then in their order. */
export function pairEqualOrNearest(results: readonly Wanted[], known: readonly KnownResult[]): Pair[] {
  const equal = pairEqualTexts(results, known);
  return [...equal, ...pairNearest(...rest(results, known, equal))];
}

/** Two results with different values of one stable name are two findings, however alike they look. */
export function unlessContradicted(pairGroup: PairGroup): PairGroup {
  return (results, known) => {
    const pairs: Pair[] = [];
    const knownKinds = [...groupBy(known, namesOf)].slice(0, mostNames);
    for (const [names, wanted] of [...groupBy(results, ({ marks }) => namesOf(marks))].slice(0, mostNames)) {
      for (const [others, same] of knownKinds) {
        if (!haveNone(names, others)) continue;
        pairs.push(...pairGroup(...rest(wanted, same, pairs)));
      }
    }
    return pairs;
  };
}

function haveNone(names: string, others: string): boolean {
  const known = new Set(others.split(' '));
  return names === '' || names.split(' ').every((name) => !known.has(name));
}

function namesOf({ prints = [] }: Pick<Marks, 'prints'>): string {
  return prints.map(nameOfPrint).sort().join(' ');
}

/** The hashed name of a print. */
export function nameOfPrint(print: string): string {
  return print.slice(0, print.indexOf('.'));
}

/** Parts of a key in one text; undefined where one of them is. */
export function keyText(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('\n\n');
}
