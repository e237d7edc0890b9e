import type { KnownResult, Marks } from '../../contract/stored/known-results';
import { groupBy } from '../../core/data/lists';
import { type Pair, pairEqualTexts, pairNearest, rest, type Wanted } from './pair-within';

/** What is not recognised yet, and what is. */
export interface Matching {
  readonly results: readonly Wanted[];
  readonly known: readonly KnownResult[];
  readonly pairs: readonly Pair[];
}

type PairGroup = (results: readonly Wanted[], known: readonly KnownResult[]) => readonly Pair[];
type KeyOf<T> = (one: T) => string | undefined;

/** Names of prints and former names of rules that are looked at; a usual report has one or two of either. */
const mostNames = 10;
/** As many parts of a path, from its end, can prove that only the folder before them moved. */
const mostParts = 8;

/** Recognises what the tool itself calls stable, whatever else changed. */
export function byPrints(matching: Matching): Matching {
  return namesOfAll(matching).reduce((before, name) => {
    const print = (marks: Pick<Marks, 'prints'>) => printOf(marks, name);
    const inPlace = pairBy(before, pairEqualOrNearest, (one) => join(print(one), one.rule, one.place));
    return pairBy(inPlace, pairEqualOrNearest, print);
  }, matching);
}

/** Recognises equal texts of one rule, under its present or a former name, at one place. */
export function byEqualTexts(matching: Matching): Matching {
  return byRuleAndPlace(matching, pairEqualTexts);
}

/** Recognises results by rule and place alone; several of one rule and place by nearest text, then by order. */
export function byPlace(matching: Matching): Matching {
  return byRuleAndPlace(matching, pairNearest);
}

/** Recognises absolute paths below another folder than before: the longest common end counts. */
export function byEndOfPath(
  matching: Matching,
  all: readonly Marks[],
  known: readonly KnownResult[],
): Matching {
  const before = new Set(known.map(({ place }) => place));
  if (all.some(({ place }) => isAbsolute(place) && before.has(place))) return matching;
  const lengths = Array.from({ length: mostParts }, (_, index) => mostParts - index);
  return lengths.reduce(
    (one, length) =>
      pairBy(one, unlessContradicted(pairEqualOrNearest), ({ rule, place }) =>
        join(rule, endOf(place, length)),
      ),
    matching,
  );
}

function byRuleAndPlace(matching: Matching, pairGroup: PairGroup): Matching {
  const keyOfKnown = ({ rule, place }: KnownResult) => join(rule, place);
  const former = Math.max(0, ...matching.results.map(({ marks }) => marks.oldRules?.length ?? 0));
  const names = Array.from({ length: Math.min(former, mostNames) + 1 }, (_, index) => index);
  return names.reduce(
    (before, index) =>
      pairBy(
        before,
        unlessContradicted(pairGroup),
        (marks) => join(index === 0 ? marks.rule : marks.oldRules?.[index - 1], marks.place),
        keyOfKnown,
      ),
    matching,
  );
}

function pairBy(
  matching: Matching,
  pairGroup: PairGroup,
  keyOf: KeyOf<Marks>,
  keyOfKnown: KeyOf<KnownResult> = keyOf,
): Matching {
  const known = groupBy(matching.known, keyOfKnown);
  const groups = groupBy(matching.results, ({ marks }) => keyOf(marks));
  const pairs = [...groups].flatMap(([key, results]) =>
    key === undefined ? [] : pairGroup(results, known.get(key) ?? []),
  );
  if (pairs.length === 0) return matching;
  const [left, right] = rest(matching.results, matching.known, pairs);
  return { results: left, known: right, pairs: [...matching.pairs, ...pairs] };
}

function pairEqualOrNearest(results: readonly Wanted[], known: readonly KnownResult[]): Pair[] {
  const equal = pairEqualTexts(results, known);
  return [...equal, ...pairNearest(...rest(results, known, equal))];
}

/** Two results with different values of one stable name are two findings, however alike they look. */
function unlessContradicted(pairGroup: PairGroup): PairGroup {
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

function namesOfAll({ results }: Matching): string[] {
  const places = new Map<string, number>();
  for (const { marks } of results)
    for (const [place, print] of (marks.prints ?? []).entries())
      places.set(nameOf(print), Math.min(place, places.get(nameOf(print)) ?? place));
  const ordered = [...places].sort(
    ([one, first], [other, second]) => first - second || (one < other ? -1 : 1),
  );
  return ordered.slice(0, mostNames).map(([name]) => name);
}

function namesOf({ prints = [] }: Pick<Marks, 'prints'>): string {
  return prints.map(nameOf).sort().join(' ');
}

function nameOf(print: string): string {
  return print.slice(0, print.indexOf('.'));
}

function printOf({ prints = [] }: Pick<Marks, 'prints'>, name: string): string | undefined {
  return prints.find((print) => nameOf(print) === name);
}

function isAbsolute(place: string): boolean {
  return place.startsWith('/');
}

/** The last parts of an absolute path with what belongs to the place beside it; nothing where it has fewer. */
function endOf(place: string, length: number): string | undefined {
  if (!isAbsolute(place)) return undefined;
  const [path = '', ...beside] = place.split('\n');
  const parts = path.split('/').slice(1);
  return parts.length < length ? undefined : [parts.slice(-length).join('/'), ...beside].join('\n');
}

function join(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('\n\n');
}
