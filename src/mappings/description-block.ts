/** The app's part of a description that people write in too: between two lines that say so, in any language of the app. */
import { type Language, type TemplateMode } from '../contract/settings';
import { doc, paragraph, text } from './adf/adf';
import { plainText } from './adf/plain-text';
import { sizeOf } from './adf/shorten';
import { maxAdfLength, truncateAdf } from './adf/truncate-adf';
import type { AdfDocument } from './adf/types';
import { issueWords } from './words/issue-words';

const begins = new Set(Object.values(issueWords).map(({ blockBegins }) => blockBegins));
const ends = new Set(Object.values(issueWords).map(({ blockEnds }) => blockEnds));
/** In less room nothing worth reading can be said. */
const leastRoom = 1_000;

/** The document between the two lines. */
export function withBorders({ content }: AdfDocument, language: Language): AdfDocument {
  const { blockBegins, blockEnds } = issueWords[language];
  const line = (words: string) => paragraph(text(words, [{ type: 'em' }]));
  const whole = doc([line(blockBegins), ...content, line(blockEnds)]);
  if (sizeOf(whole) <= maxAdfLength) return whole;
  const limit = maxAdfLength - sizeOf([line(blockBegins), line(blockEnds)]);
  return doc([line(blockBegins), ...truncateAdf(doc(content), { limit }).content, line(blockEnds)]);
}

/**
 * The words of the app's part; of the whole where it has no part of its own. Where the app replaces all, what people
 * wrote around its part counts too.
 */
export function readDescription(raw: unknown, mode: TemplateMode): string {
  const parts = partsOf(raw);
  const isWhole = parts === undefined || (mode === 'replace' && hasWords([...parts.above, ...parts.below]));
  return plainText(isWhole ? raw : { content: parts.own });
}

/**
 * The description with the app's part put in the place of the one that is there; else above all. `isOurs`: what is
 * there is nothing but what the app wrote. What people wrote is never cut.
 */
export function putPart(current: unknown, part: AdfDocument, isOurs: boolean): unknown {
  const parts = partsOf(current);
  const above = parts?.above ?? [];
  const below = parts?.below ?? (isOurs ? [] : contentOf(current));
  const [first, last] = [part.content.slice(0, 1), part.content.slice(-1)];
  const room = maxAdfLength - sizeOf({ ...doc([...first, ...last]), around: [...above, ...below] });
  if (room < leastRoom) return current;
  const own = truncateAdf(doc(part.content.slice(1, -1)), { limit: room });
  return { version: 1, type: 'doc', content: [...above, ...first, ...own.content, ...last, ...below] };
}

interface Parts {
  readonly above: readonly unknown[];
  readonly own: readonly unknown[];
  readonly below: readonly unknown[];
}

/** Undefined where one of the two lines is missing: nobody can tell any more what is whose. */
function partsOf(raw: unknown): Parts | undefined {
  const content = contentOf(raw);
  const words = content.map((node) => plainText(node));
  const begin = words.findIndex((line) => begins.has(line));
  const end = words.findIndex((line, index) => index > begin && ends.has(line));
  if (begin < 0 || end < 0) return undefined;
  return {
    above: content.slice(0, begin),
    own: content.slice(begin + 1, end),
    below: content.slice(end + 1),
  };
}

function contentOf(raw: unknown): readonly unknown[] {
  return typeof raw === 'object' && raw !== null && 'content' in raw && Array.isArray(raw.content)
    ? raw.content
    : [];
}

function hasWords(nodes: readonly unknown[]): boolean {
  return plainText({ content: nodes }) !== '';
}
