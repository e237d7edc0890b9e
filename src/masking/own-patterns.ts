/** Patterns that admins write, run by an engine whose time is linear in the text: none can hang the app. */
import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { OwnPattern } from '../contract/masking';
import type { Span } from './find-secrets';

/** How large a pattern may become inside the engine, whose time grows with it. */
const largest = 400;
/** Compiled patterns are kept, a few of them. */
const kept = new Map<string, RE2JS>();
const mostKept = 100;

/** What is wrong with a pattern: in the engine's words, and from which character (counted from 1) on. */
export interface PatternFault {
  readonly reason: string;
  readonly position: number;
}

/** Undefined: the pattern can be used. */
export function faultOf(pattern: string): PatternFault | undefined {
  try {
    const compiled = compile(pattern);
    if (compiled.programSize() > largest) return { reason: 'is too large; repeat less often', position: 1 };
    if (compiled.matcher('').find()) return { reason: 'matches where nothing is', position: 1 };
    return undefined;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const part = error.input ?? '';
    return { reason: error.error, position: Math.max(0, pattern.indexOf(part)) + 1 };
  }
}

/** Without regard to line ends `^` and `$` would hardly ever match: they stand for the ends of lines. */
function compile(pattern: string): RE2JS {
  const known = kept.get(pattern);
  if (known) return known;
  const compiled = RE2JS.compile(pattern, RE2JS.MULTILINE);
  if (kept.size >= mostKept) kept.clear();
  kept.set(pattern, compiled);
  return compiled;
}

/** What an admin's pattern finds in a text; a match of nothing is none. */
export function findOwn(text: string, { name, pattern }: OwnPattern): Span[] {
  const regex = compile(pattern);
  if (!regex.test(text)) return [];
  const matcher = regex.matcher(text);
  const spans: Span[] = [];
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start) spans.push({ start, end, name });
  }
  return spans;
}
