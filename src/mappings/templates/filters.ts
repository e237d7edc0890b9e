/** The filters of templates besides Liquid's own. */
import type { Liquid } from 'liquidjs';
import { shorten } from '../../core/data/text';
import { webAddress } from '../adf/legal';
import { codeOf, escapeText, MarkdownText } from './markdown-text';

const mostCells = 2_000;

/** A value as words: lists joined, nothing as nothing, things that have no words as nothing. */
export function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return value
      .map(wordsOf)
      .filter((word) => word !== '')
      .join(', ');
  if (value instanceof MarkdownText) return value.markdown;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** What a value becomes in the text of a template. */
export type Insert = (value: unknown) => string;

/** Values as Markdown that shows them. */
export const asMarkdown: Insert = (value) =>
  value instanceof MarkdownText ? value.markdown : escapeText(wordsOf(value));

/** Adds them to an engine whose templates insert values in this way. */
export function addFilters(engine: Liquid, insert: Insert): void {
  const isPlain = insert !== asMarkdown;
  const markdown = (text: string, plain: string) => (isPlain ? plain : new MarkdownText(text));
  engine.registerFilter('link', (address: unknown, words: unknown) => {
    const text = wordsOf(words) === '' ? wordsOf(address) : wordsOf(words);
    const href = webAddress(wordsOf(address));
    return href === undefined
      ? text
      : markdown(`[${escapeText(text)}](<${href.replace(/[<>]/g, encodeURIComponent)}>)`, href);
  });
  engine.registerFilter('code', (value: unknown, language: unknown) =>
    markdown(codeOf(wordsOf(value), wordsOf(language)), wordsOf(value)),
  );
  engine.registerFilter('table', (rows: unknown, ...titles: unknown[]) =>
    markdown(tableOf(rows, titles), wordsOf(rows)),
  );
  engine.registerFilter('truncate', (value: unknown, most: unknown) => {
    const limit = Math.max(1, Math.min(Number(most ?? 50) || 50, 100_000));
    return value instanceof MarkdownText
      ? new MarkdownText(shorten(value.markdown, limit))
      : shorten(wordsOf(value), limit);
  });
}

/** A list of rows, each a list of cells or a thing of which the named parts are shown; titles stand above. */
function tableOf(rows: unknown, titles: readonly unknown[]): string {
  const names = titles.map(wordsOf);
  const cells = (Array.isArray(rows) ? rows : []).map((row: unknown) => cellsOf(row, names));
  const width = Math.max(names.length, ...cells.slice(0, mostCells).map((row) => row.length));
  if (cells.length === 0 || width === 0) return '';
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const body = cells.slice(0, Math.ceil(mostCells / width)).map(line);
  return [
    '\n',
    line(names.map(escapeText)),
    line(Array.from({ length: width }, () => '---')),
    ...body,
    '\n',
  ].join('\n');
}

function cellsOf(row: unknown, names: readonly string[]): string[] {
  const inside = (value: unknown) => asMarkdown(value).replaceAll('\\\n', ' ');
  if (Array.isArray(row)) return row.map(inside);
  if (typeof row !== 'object' || row === null || row instanceof MarkdownText) return [inside(row)];
  const parts = new Map<string, unknown>(Object.entries(row));
  return (names.length > 0 ? names : [...parts.keys()]).map((name) => inside(parts.get(name)));
}
