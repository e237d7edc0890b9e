/** The filters of templates besides Liquid's own. */
import type { Liquid } from 'liquidjs';
import { shorten } from '../../core/data/text';
import { webAddress } from '../adf/legal';
import { MarkdownText, Snippet, wordsOf } from './markdown-text';
import { labelFilters } from './label-filters';

const mostCells = 2_000;

/** What a value becomes in the text under way: its place holder in Markdown, its words in a line. */
type Put = (value: unknown) => string;

/** Adds them to an engine that puts values into its texts like this. */
export function addFilters(liquid: Liquid, put: Put): void {
  liquid.registerFilter('link', (address: unknown, words: unknown) => {
    const text = wordsOf(words) === '' ? wordsOf(address) : wordsOf(words);
    const href = webAddress(wordsOf(address));
    return href === undefined ? text : new Snippet(`[${put(text)}](${put(href)})`, href);
  });
  liquid.registerFilter('code', (value: unknown, language: unknown) => {
    const code = wordsOf(value);
    return new Snippet(codeOf(code, wordsOf(language), put), code);
  });
  liquid.registerFilter(
    'table',
    (rows: unknown, ...titles: unknown[]) => new Snippet(tableOf(rows, titles, put), wordsOf(rows)),
  );
  liquid.registerFilter('truncate', (value: unknown, most: unknown) => {
    const limit = Math.max(1, Math.min(Number(most ?? 50) || 50, 100_000));
    if (value instanceof MarkdownText) return new MarkdownText(shorten(value.markdown, limit));
    return value instanceof Snippet ? value : shorten(wordsOf(value), limit);
  });
  // Liquid's own would let what a finding says pass for Markdown.
  liquid.registerFilter('raw', (value: unknown) => value);
  for (const [name, filter] of Object.entries(labelFilters)) liquid.registerFilter(name, filter);
}

/** Code within a line, or a block where it has several or a language is named. */
function codeOf(code: string, language: string, put: Put): string {
  if (code.trim() === '') return '';
  if (language === '' && !/[\r\n]/.test(code)) return `\`${put(code)}\``;
  return `\n\n\`\`\`${language.replace(/[^\w+#.-]/g, '')}\n${put(code)}\n\`\`\`\n\n`;
}

/** A list of rows, each a list of cells or a thing of which the named parts are shown; titles stand above. */
function tableOf(rows: unknown, titles: readonly unknown[], put: Put): string {
  const names = titles.map(wordsOf);
  const all = (Array.isArray(rows) ? rows : [])
    .slice(0, mostCells)
    .map((row: unknown) => cellsOf(row, names));
  const width = Math.max(names.length, ...all.map((row) => row.length));
  if (all.length === 0 || width === 0) return '';
  const line = (row: readonly unknown[]) =>
    `| ${Array.from({ length: width }, (_, at) => (at in row ? put(row[at]) : '')).join(' | ')} |`;
  const body = all.slice(0, Math.ceil(mostCells / width)).map(line);
  return ['\n', line(names), `|${' --- |'.repeat(width)}`, ...body, '\n'].join('\n');
}

function cellsOf(row: unknown, names: readonly string[]): unknown[] {
  if (Array.isArray(row)) return row;
  if (typeof row !== 'object' || row === null || row instanceof MarkdownText || row instanceof Snippet)
    return [row];
  const parts = new Map<string, unknown>(Object.entries(row));
  return (names.length > 0 ? names : [...parts.keys()]).map((name) => parts.get(name));
}
