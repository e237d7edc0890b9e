import type { KnownResult, Marks } from '../../contract/stored/known-results';
import { groupBy } from '../../core/data/lists';

/** A result of a report with its position in it. */
export interface Wanted {
  readonly index: number;
  readonly marks: Marks;
}

export type Pair = readonly [Wanted, KnownResult];

/** The most comparisons that finding the nearest text may take in one group; beyond it, order decides. */
const mostComparisons = 10_000;

/** The kinds of texts, the most telling first: all together, a partial print, the code, the message, a component. */
const kindsOfText = ['a', 'p', 's', 'm', 'c'] as const;

/** Pairs results and known results of equal texts, the most telling kind of text first, each side in its order. */
export function pairEqualTexts(results: readonly Wanted[], known: readonly KnownResult[]): Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [results, known];
  for (const kind of kindsOfText) {
    const byText = groupBy(right, (one) => textOf(one, kind));
    for (const [text, wanted] of groupBy(left, ({ marks }) => textOf(marks, kind)))
      if (text !== undefined) pairs.push(...pairInOrder(wanted, byText.get(text) ?? []));
    [left, right] = rest(left, right, pairs);
  }
  return pairs;
}

/** Pairs as many as there are on the smaller side: the nearest texts first, then what is left in its order. */
export function pairNearest(results: readonly Wanted[], known: readonly KnownResult[]): Pair[] {
  const near = results.length * known.length > mostComparisons ? [] : byLikeness(results, known);
  const [left, right] = rest(results, known, near);
  return [...near, ...pairInOrder(left, right)];
}

/** In the order of the file; what stands at one place is ordered by what it is, never by the order of the report. */
export function inOrder<T>(all: readonly T[], marksOf: (one: T) => Omit<Marks, 'gone'>): T[] {
  return all
    .map((one) => ({ one, marks: marksOf(one), name: nameOf(marksOf(one)) }))
    .sort(
      (left, right) =>
        (left.marks.line ?? 0) - (right.marks.line ?? 0) ||
        (left.marks.column ?? 0) - (right.marks.column ?? 0) ||
        byName(left.name, right.name),
    )
    .map(({ one }) => one);
}

function pairInOrder(results: readonly Wanted[], known: readonly KnownResult[]): Pair[] {
  const same = results.length === known.length ? [] : pairEqualLines(results, known);
  const [left, right] = rest(results, known, same);
  const moved = left.slice(0, right.length).flatMap((wanted, place): Pair[] => {
    const one = right[place];
    return one === undefined ? [] : [[wanted, one]];
  });
  return [...same, ...moved];
}

function pairEqualLines(results: readonly Wanted[], known: readonly KnownResult[]): Pair[] {
  const byLine = groupBy(known, ({ line }) => line);
  return [...groupBy(results, ({ marks }) => marks.line)].flatMap(([line, wanted]) =>
    wanted.flatMap((one, place): Pair[] => {
      const same = byLine.get(line)?.[place];
      return same === undefined ? [] : [[one, same]];
    }),
  );
}

function byLikeness(results: readonly Wanted[], known: readonly KnownResult[]): Pair[] {
  const [left, right] = [results.map(({ marks }) => wordsOf(marks)), known.map(wordsOf)];
  const likely = left
    .flatMap((words, from) => right.map((others, to) => ({ from, to, like: likeness(words, others) })))
    .filter(({ like }) => like > 0)
    .sort((one, other) => other.like - one.like || one.from - other.from || one.to - other.to);
  const [taken, given] = [new Set<number>(), new Set<number>()];
  return likely.flatMap(({ from, to }): Pair[] => {
    const [wanted, one] = [results[from], known[to]];
    if (wanted === undefined || one === undefined || taken.has(from) || given.has(to)) return [];
    taken.add(from);
    given.add(to);
    return [[wanted, one]];
  });
}

/** The share of words that both have, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

function wordsOf({ words = '' }: Pick<Marks, 'words'>): ReadonlySet<string> {
  return new Set(words.match(/.{3}/g));
}

function textOf({ texts = [] }: Pick<Marks, 'texts'>, kind: string): string | undefined {
  return texts.find((text) => text.startsWith(kind));
}

/** What decides between results of one line and column, so that the order of the report never does. */
function nameOf({ rule, place, texts = [], prints = [], said = '' }: Omit<Marks, 'gone'>): string {
  return [rule, place, ...texts, ...prints, said].join('\n');
}

function byName(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What no pair holds yet, of both sides. */
export function rest(
  results: readonly Wanted[],
  known: readonly KnownResult[],
  pairs: readonly Pair[],
): [Wanted[], KnownResult[]] {
  const taken = new Set<unknown>(pairs.flat());
  return [results.filter((one) => !taken.has(one)), known.filter((one) => !taken.has(one))];
}
