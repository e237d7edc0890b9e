/** Which results of a report are findings that are known already. A wrong answer is a false "done" and a duplicate. */
import type { KnownResult, Marks } from '../contract/stored/known-results';
import { type Origin, newIds } from './matching/new-ids';
import { inOrder, type Pair, type Wanted } from './matching/pair-within';
import { byEndOfPath } from './matching/end-of-path';
import type { Matching } from './matching/pair-by';
import { byEqualTexts, byPlace, byPrints } from './matching/ways';

/** The identity of each result, in the order of the report. */
export interface Identities {
  readonly ids: readonly string[];
  /** What each was recognised as; undefined: never seen. */
  readonly known: readonly (KnownResult | undefined)[];
}

/** What is known of the report's own scope, and of other scopes of the same product and tool. */
export interface Knowledge {
  readonly here: readonly KnownResult[];
  readonly elsewhere?: readonly KnownResult[];
  /** What other pieces of the same report named: nothing else is recognised as these. */
  readonly taken?: readonly KnownResult[];
}

type Way = (matching: Matching) => Matching;
type Round = readonly [known: readonly KnownResult[], ...ways: Way[]];

/**
 * Gives every result its identity; no two get the same. The order of the report does not matter. What the tool calls
 * stable decides, then rule and place; texts only tell apart what shares these. What is still there comes before what
 * is gone, the report's own scope before others.
 */
export function identify(
  results: readonly Marks[],
  { here, elsewhere = [], taken = [] }: Knowledge,
  origin: Origin,
): Identities {
  const known = inOrder(here, (one) => one);
  const live = known.filter(({ goneAt }) => goneAt === undefined);
  const gone = known.filter(({ goneAt }) => goneAt !== undefined);
  const others = inOrder(foreign([...here, ...taken], elsewhere), (one) => one);
  const end = (among: readonly KnownResult[]): Way => {
    return (matching) => byEndOfPath(matching, results, among);
  };
  const rounds: readonly Round[] = [
    [live, byPrints, byEqualTexts],
    [gone, byPrints, byEqualTexts],
    [live, byPlace, end(live)],
    [others, byPrints, byEqualTexts],
    [withoutCompany(gone, live), byPlace, end(known)],
    [others, byPlace],
  ];
  const wanted = results.map((marks, index) => ({ index, marks }));
  const isGone = ({ marks }: Wanted) => marks.gone === true;
  const there = recognise(
    wanted.filter((one) => !isGone(one)),
    rounds,
    [],
  );
  // What the report itself calls gone never takes the place of what is there.
  const pairs = recognise(wanted.filter(isGone), rounds, there);
  return answer(wanted, pairs, [...known, ...others, ...taken], origin);
}

function recognise(
  results: readonly Wanted[],
  rounds: readonly Round[],
  pairs: readonly Pair[],
): readonly Pair[] {
  const start: Matching = { results: inOrder(results, ({ marks }) => marks), known: [], pairs };
  return rounds.reduce(
    (before, [known, ...ways]) => ways.reduce((one, way) => way(one), among(before, known)),
    start,
  ).pairs;
}

/** The same results, to be looked for among others. */
function among(matching: Matching, known: readonly KnownResult[]): Matching {
  const found = new Set(matching.pairs.map(([, one]) => one.id));
  return { ...matching, known: known.filter(({ id }) => !found.has(id)) };
}

function answer(
  results: readonly Wanted[],
  pairs: readonly Pair[],
  known: readonly KnownResult[],
  origin: Origin,
): Identities {
  const recognised = new Map(pairs.map(([{ index }, one]) => [index, one]));
  const used = new Set(known.map(({ id }) => id));
  const strangers = results.filter(({ index }) => !recognised.has(index));
  const fresh = newIds(strangers, results, origin, used);
  return {
    ids: results.map(({ index }) => recognised.get(index)?.id ?? fresh.get(index) ?? ''),
    known: results.map(({ index }) => recognised.get(index)),
  };
}

/** What other scopes know and this one does not, each finding once. */
function foreign(here: readonly KnownResult[], elsewhere: readonly KnownResult[]): KnownResult[] {
  const seen = new Set(here.map(({ id }) => id));
  return elsewhere.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** Where others of the same rule and place are still there, a place alone does not bring back what is gone. */
function withoutCompany(gone: readonly KnownResult[], live: readonly KnownResult[]): KnownResult[] {
  const company = new Set(live.map(({ rule, place }) => `${rule}\n\n${place}`));
  return gone.filter(({ rule, place }) => !company.has(`${rule}\n\n${place}`));
}
