import type { KnownResult, Marks } from '../../contract/stored/known-results';
import {
  keyText,
  type Matching,
  mostNames,
  nameOfPrint,
  pairBy,
  pairEqualOrNearest,
  type PairGroup,
  unlessContradicted,
} from './pair-by';
import { pairEqualTexts, pairNearest } from './pair-within';

/** Recognises what the tool itself calls stable, whatever else changed. */
export function byPrints(matching: Matching): Matching {
  return namesOfAll(matching).reduce((before, name) => {
    const print = (marks: Pick<Marks, 'prints'>) => printOf(marks, name);
    const inPlace = pairBy(before, pairEqualOrNearest, (one) => keyText(print(one), one.rule, one.place));
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

/** By its name; else by the names that either side says it had, for a new name may also be taken back. */
function byRuleAndPlace(matching: Matching, pairGroup: PairGroup): Matching {
  const pairGroupIfFit = unlessContradicted(pairGroup);
  const byName = ({ rule, place }: KnownResult | Marks) => keyText(rule, place);
  const byFormer = (index: number) => (one: KnownResult | Marks) => keyText(one.oldRules?.[index], one.place);
  const former = [matching.results.map(({ marks }) => marks), matching.known].map(mostFormer);
  const [ofResults = [], ofKnown = []] = former.map((most) =>
    Array.from({ length: most }, (_, index) => index),
  );
  const named = pairBy(matching, pairGroupIfFit, byName, byName);
  const renamed = ofResults.reduce(
    (before, index) => pairBy(before, pairGroupIfFit, byFormer(index), byName),
    named,
  );
  return ofKnown.reduce((before, index) => pairBy(before, pairGroupIfFit, byName, byFormer(index)), renamed);
}

function mostFormer(all: readonly (KnownResult | Marks)[]): number {
  const most = all.reduce((before, { oldRules = [] }) => Math.max(before, oldRules.length), 0);
  return Math.min(most, mostNames);
}

function namesOfAll({ results }: Matching): string[] {
  const places = new Map<string, number>();
  for (const { marks } of results)
    for (const [place, print] of (marks.prints ?? []).entries())
      places.set(nameOfPrint(print), Math.min(place, places.get(nameOfPrint(print)) ?? place));
  const ordered = [...places].sort(
    ([one, first], [other, second]) => first - second || (one < other ? -1 : 1),
  );
  return ordered.slice(0, mostNames).map(([name]) => name);
}

function printOf({ prints = [] }: Pick<Marks, 'prints'>, name: string): string | undefined {
  return prints.find((print) => nameOfPrint(print) === name);
}
