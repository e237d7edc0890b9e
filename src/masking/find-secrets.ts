/** Where secrets lie in a text, by the app's own patterns. */
import type { Detector } from '../contract/masking';
import { patterns } from './detectors';
import { named } from './detectors/named';
import type { Pattern } from './detectors/detector';

/** A secret from `start` up to `end`; `name` says what kind it is. */
export interface Span<Name extends string = string> {
  readonly start: number;
  readonly end: number;
  readonly name: Name;
}

/** All secrets, in no order; they may overlap. Linear in the text. */
export function findSecrets(text: string, off: ReadonlySet<Detector>): Span<Detector>[] {
  const on = patterns.filter((pattern) => pattern === named || !off.has(pattern.name));
  return on.flatMap((pattern) => spansOf(pattern, text)).filter(({ name }) => !off.has(name));
}

function spansOf({ name, regex, isBehind, judge }: Pattern, text: string): Span<Detector>[] {
  const spans: Span<Detector>[] = [];
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found; found = regex.exec(text)) {
    const verdict = judge ? judge(found) : true;
    if (verdict === false) continue;
    const [whole] = found;
    const secret = lastGroup(found) ?? whole;
    const end = found.index + whole.length;
    const start = isBehind ? found.index - secret.length : found.index + whole.lastIndexOf(secret);
    spans.push({
      start,
      end: isBehind ? end : start + secret.length,
      name: verdict === true ? name : verdict,
    });
  }
  return spans;
}

/** Of alternatives, only the group that took part holds anything. */
function lastGroup(found: readonly (string | undefined)[]): string | undefined {
  return found.findLast((group) => group !== undefined);
}

/** In order, each place once: of those that overlap, the first that was found names it all. */
export function merged(spans: readonly Span[]): Span[] {
  const ranked = spans.map((span, rank) => ({ ...span, rank }));
  ranked.sort((one, other) => one.start - other.start || one.rank - other.rank);
  const result: (Span & { readonly rank: number })[] = [];
  for (const span of ranked) {
    const last = result.at(-1);
    if (!last || span.start >= last.end) result.push(span);
    else {
      const { name, rank } = span.rank < last.rank ? span : last;
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end), name, rank };
    }
  }
  return result;
}
