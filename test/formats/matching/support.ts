import type { KnownResult, Marks } from '../../../src/contract/stored/known-results';
import { identify, type Knowledge } from '../../../src/formats/matching';
import { knownAfter } from '../../../src/formats/matching/known-after';
import { printMark, textMark, wordMarks } from '../../../src/formats/matching/sketch';

export interface Seen {
  readonly rule?: string;
  readonly place?: string;
  readonly text?: string;
  readonly line?: number;
  readonly print?: string;
  readonly oldRules?: readonly string[];
  readonly gone?: boolean;
}

export const origin = { product: 'Shop', tool: 'Scanner' };

/** The marks of a result as a reader makes them. */
export function marksOf({
  rule = 'R',
  place = 'a.c',
  text = 'Message',
  line = 1,
  print,
  ...rest
}: Seen): Marks {
  return {
    rule,
    place,
    line,
    texts: [textMark('m', text)],
    words: wordMarks(text),
    ...(print !== undefined && { prints: [printMark('print', print)] }),
    ...(rest.oldRules && { oldRules: [...rest.oldRules] }),
    ...(rest.gone && { gone: true }),
  };
}

/** The ids of these results. */
export function idsOf(results: readonly Seen[], knowledge: Knowledge = { here: [] }): string[] {
  return [...identify(results.map(marksOf), knowledge, origin).ids];
}

/** What is known after complete reports, one after the other. */
export function learn(...reports: (readonly Seen[])[]): KnownResult[] {
  return reports.reduce<KnownResult[]>((here, report, index) => {
    const marks = report.map(marksOf);
    const { ids } = identify(marks, { here }, origin);
    return [...knownAfter(here, { marks, ids }, { isComplete: true, at: index + 1 }).results];
  }, []);
}

/** The ids that are still there. */
export function liveIds(known: readonly KnownResult[]): string[] {
  return known.filter(({ goneAt }) => goneAt === undefined).map(({ id }) => id);
}
