import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { doc, paragraph } from './adf';
import { rootBlocks } from './blocks';
import { definitionsFor, definitionsIn } from './definitions';
import type { MarkdownNode } from './inline';
import { cutToBudget, isTooNested, splitMarkdown, workOf } from './pieces';
import { plainBlocks } from './plain-blocks';
import { sizeOf } from './shorten';
import { maxAdfLength, truncateAdf, type TruncateOptions } from './truncate-adf';
import type { AdfBlock, AdfDocument } from './types';

/** More Markdown than this never fits a Jira field, and reading it would cost time for nothing. */
const maxMarkdown = 33_000;

/** Work (see `workOf`) that parsing one text may cost, and what is parsed without splitting it. Strangers write these texts. */
const budget = 2_000_000;
const atOnce = 1_000_000;

const dialect = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
/** Without one of these GitHub's dialect says what plain Markdown says, which is read in half the time. */
const dialectSigns = /[~|@]|\[(?:\^|[\sx]\])|www\.|:\/\/|:-|-:/i;

/**
 * GitHub-flavoured Markdown as a valid ADF document of at most `limit` characters of JSON (32,767 by default).
 * No mentions, no links but http and https, pictures as links, HTML as text. Throws for no text.
 */
export function markdownToAdf(markdown: string, options: Partial<TruncateOptions> = {}): AdfDocument {
  return truncateAdf(doc(markdownToBlocks(markdown)), options);
}

/** What is done to parsed nodes before they become blocks. */
type Prepare = (nodes: readonly MarkdownNode[]) => void;
const asTheyAre: Prepare = () => undefined;

/** The blocks of a Markdown text, to stand among others in a document that `truncateAdf` then fits. */
export function markdownToBlocks(markdown: string, prepare = asTheyAre): AdfBlock[] {
  if (markdown.length <= maxMarkdown) return blocksOf(markdown, prepare);
  return [...blocksOf(cut(markdown), prepare), paragraph('…')];
}

/** One line without any sign that Markdown knows: what the parser would make of it is plain. */
function isProse(text: string): boolean {
  return (
    /^(?!\d{1,9}[.)])[^\s\p{C}\\`*_[\]<>#+\-=|~!&{}:@^$][^\p{C}\\`*_[\]<>#+\-=|~!&{}:@^$\n]*$/u.test(text) &&
    !/www\./i.test(text)
  );
}

/** A text of usual length is parsed at once, a longer one in pieces. */
function blocksOf(written: string, prepare: Prepare): AdfBlock[] {
  const markdown = written.replace(/\r\n?/g, '\n');
  if (isProse(markdown)) return [paragraph(markdown.replace(/ +$/, ''))];
  if (isTooNested(markdown)) return plainBlocks(markdown);
  return workOf(markdown) <= atOnce ? parse(markdown, prepare) : piecewise(markdown, prepare);
}

/** What the budget does not reach is shown as it was written; behind what fits a field nothing more is read. */
function piecewise(markdown: string, prepare: Prepare): AdfBlock[] {
  const definitions = definitionsIn(markdown);
  const blocks: AdfBlock[] = [];
  let left = budget;
  let size = 0;
  for (const piece of splitMarkdown(markdown)) {
    const read = readPiece(piece, definitionsFor(piece, definitions), left, prepare);
    blocks.push(...read.blocks);
    left -= read.work;
    size += sizeOf(read.blocks);
    if (size > maxAdfLength) break;
  }
  return blocks;
}

function readPiece(
  piece: string,
  definitions: readonly string[],
  budgetLeft: number,
  prepare: Prepare,
): { blocks: AdfBlock[]; work: number } {
  const known = definitions.length > 0 ? `${definitions.join('\n')}\n\n` : '';
  const work = workOf(known + piece);
  if (work <= budgetLeft) return { blocks: parse(known + piece, prepare), work };
  const [start, rest] = cutToBudget(piece, budgetLeft / 2);
  return { blocks: [...parse(start, prepare), ...plainBlocks(rest)], work: workOf(start) };
}

function parse(markdown: string, prepare: Prepare): AdfBlock[] {
  const { children } = fromMarkdown(markdown, dialectSigns.test(markdown) ? dialect : {});
  prepare(children);
  return rootBlocks(children, definitionsOf(children));
}

/** Where references lead; the first definition of a name counts, wherever in the document it stands. */
function definitionsOf(
  nodes: readonly MarkdownNode[],
  found = new Map<string, string>(),
): Map<string, string> {
  for (const node of nodes) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      definitionsOf(node.children, found);
    }
  }
  return found;
}

function cut(markdown: string): string {
  const start = markdown.slice(0, maxMarkdown);
  const lineEnd = start.lastIndexOf('\n');
  return lineEnd > maxMarkdown / 2 ? start.slice(0, lineEnd) : start;
}
