/** Texts with what is secret in them replaced by the name of its kind. */
import type { Masking } from '../contract/masking';
import { findSecrets, merged, type Span } from './find-secrets';
import { findOwn } from './own-patterns';
import { lint } from './secretlint';
import { findBroken } from './wrapped';

/** No pattern goes beyond it: what stands in one text says nothing of the next. */
const between = '\n\0\n';
/** A secret is longer. */
const shortest = 6;
/** So long (ms) an admin's patterns may work for one request; what they have not seen by then is not shown. */
const ownBudget = 1_500;

/** A text as it may be stored, and the kind of each secret that was in it. */
export interface Masked {
  readonly text: string;
  readonly kinds: readonly string[];
}

/** What each of the texts that were looked at becomes; any other stays as it is. */
export type Mask = (text: string) => Masked;

/**
 * Looks at texts, each by itself, all in one go. The same text always becomes the same, and what is masked already stays
 * as it is.
 */
export async function maskTexts(texts: readonly string[], masking: Masking): Promise<Mask> {
  const masked = await maskedAmong(texts, masking);
  return (text) => masked.get(text) ?? { text, kinds: [] };
}

/** Of these texts only those that hold secrets, with what each becomes: of thousands these are few, or none. */
export async function maskedAmong(
  texts: Iterable<string>,
  masking: Masking,
): Promise<ReadonlyMap<string, Masked>> {
  const distinct = new Set<string>();
  if (masking.enabled) for (const text of texts) if (text.length >= shortest) distinct.add(text);
  return findIn([...distinct], masking);
}

async function findIn(texts: readonly string[], masking: Masking): Promise<Map<string, Masked>> {
  const off = new Set(masking.off);
  const whole = texts.join(between);
  const own = byText(texts, findSecrets(whole, off));
  const further = byText(texts, await lint(whole, off));
  const until = performance.now() + ownBudget;
  const found = new Map<string, Masked>();
  texts.forEach((text, index) => {
    const first = [...findBroken(text, off), ...(own.get(index) ?? [])];
    const second = (further.get(index) ?? []).filter((span) => !first.some((one) => overlap(one, span)));
    const all = [...ownSpans(text, masking, until), ...first, ...second];
    if (all.length === 0) return;
    const spans = merged(all);
    found.set(text, { text: replaced(text, spans), kinds: spans.map(({ name }) => name) });
  });
  return found;
}

function ownSpans(text: string, { own }: Masking, until: number): Span[] {
  if (own.length > 0 && performance.now() > until)
    return [{ start: 0, end: text.length, name: 'not examined' }];
  return own.flatMap((one) => findOwn(text, one));
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The spans of the joined text by the position of the text that they lie in, each at its place there. */
function byText(texts: readonly string[], spans: readonly Span[]): Map<number, Span[]> {
  const found = new Map<number, Span[]>();
  let [start, index] = [0, 0];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    let length = texts[index]?.length ?? 0;
    while (index < texts.length && span.start >= start + length) {
      start += length + between.length;
      index += 1;
      length = texts[index]?.length ?? 0;
    }
    if (span.start < start || span.end > start + length) continue;
    const inText = { ...span, start: span.start - start, end: span.end - start };
    found.set(index, [...(found.get(index) ?? []), inText]);
  }
  return found;
}

const wholeAddress = /^https?:\/\/\S+$/i;

/** An address stays one: what stands for the secret has no signs that mean something in it. */
function replaced(text: string, spans: readonly Span[]): string {
  const isAddress = wholeAddress.test(text);
  let from = 0;
  const parts = spans.map(({ start, end, name }) => {
    const before = text.slice(from, start);
    from = end;
    return before + (isAddress ? `masked-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}` : `[masked: ${name}]`);
  });
  return parts.join('') + text.slice(from);
}
