import { parseJson } from '../../core/data/parse-json';
import type { FieldError } from '../../contract/problem';

/** One line of a text that holds a JSON object in each. */
export interface Line {
  /** As people count them, from 1. */
  readonly number: number;
  /** Undefined: the line is no JSON. */
  readonly json: { readonly json: unknown } | undefined;
}

/** The lines that are not blank, at most `most`. */
export function linesOf(text: string, most: number): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (let start = 0; start < text.length && lines.length < most; number += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? undefined : end).trim();
    if (line !== '') lines.push({ number: number + 1, json: parseJson(line) });
    start = end < 0 ? text.length : end + 1;
  }
  return lines;
}

/** Where a line is. */
export function lineName({ number }: Line): string {
  return `line ${String(number)}`;
}

/** What is wrong with a line that is no JSON: a part of a report that was cut, as a rule. */
export function brokenLine(line: Line): FieldError {
  return { path: lineName(line), message: 'must be one JSON object; the line may have been cut' };
}
