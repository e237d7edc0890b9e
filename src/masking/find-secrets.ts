/** Where secrets lie in a text, by the app's own patterns. */
import type { Detector } from '../contract/masking';
import { anyToken, patterns } from './detectors';
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
  const whole = [{ at: 0, text }];
  const withTokens = partsWithTokens(text);
  return on
    .flatMap((pattern) =>
      (pattern.token === undefined ? whole : withTokens).flatMap((part) => spansOf(pattern, part)),
    )
    .filter(({ name }) => !off.has(name));
}

/** A part of a text, and where it begins. */
interface Part {
  readonly at: number;
  readonly text: string;
}

/** No token goes beyond a NUL: only what stands between two, and holds one, is looked at for each kind of them. */
function partsWithTokens(text: string): Part[] {
  const parts: Part[] = [];
  anyToken.lastIndex = 0;
  for (let found = anyToken.exec(text); found; found = anyToken.exec(text)) {
    const at = Math.max(0, text.lastIndexOf('\0', found.index));
    const next = text.indexOf('\0', anyToken.lastIndex);
    const end = next < 0 ? text.length : next + 1;
    parts.push({ at, text: text.slice(at, end) });
    anyToken.lastIndex = end;
  }
  return parts;
}

function spansOf({ name, regex, isBehind, judge }: Pattern, { at, text }: Part): Span<Detector>[] {
  const spans: Span<Detector>[] = [];
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found; found = regex.exec(text)) {
    const verdict = judge ? judge(found) : true;
    if (verdict === false) continue;
    const [whole] = found;
    const secret = lastGroup(found) ?? whole;
    const from = at + found.index;
    const end = from + whole.length;
    const start = isBehind ? from - secret.length : from + whole.lastIndexOf(secret);
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
