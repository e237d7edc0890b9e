import type { Marks } from '../../contract/stored/known-results';
import { sha256 } from '../../core/data/hash';

/** A hash of all that the results of a scope say, in whatever order. */
export function contentOf(results: readonly Marks[]): string {
  return sha256(results.map(lineOf).sort().join('\n'));
}

function lineOf({
  prints,
  rule,
  oldRules,
  place,
  texts,
  words,
  line,
  column,
  said,
  gone,
  shut,
}: Marks): string {
  return JSON.stringify([prints, rule, oldRules, place, texts, words, line, column, said, gone, shut]);
}
