import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { doc, paragraph } from './adf';
import { rootBlocks } from './blocks';
import type { MarkdownNode } from './inline';
import { isOverloaded, plainBlocks } from './plain-blocks';
import { truncateAdf, type TruncateOptions } from './truncate-adf';
import type { AdfBlock, AdfDocument } from './types';

/** More Markdown than this never fits a Jira field, and reading it would cost time for nothing. */
const maxMarkdown = 33_000;

const dialect = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/**
 * GitHub-flavoured Markdown as a valid ADF document of at most `limit` characters of JSON (32,767 by default).
 * No mentions, no links but http and https, pictures as links, HTML as text. Throws for no text.
 */
export function markdownToAdf(markdown: string, options: Partial<TruncateOptions> = {}): AdfDocument {
  return truncateAdf(doc(markdownToBlocks(markdown)), options);
}

/** The blocks of a Markdown text, to stand among others in a document that `truncateAdf` then fits. */
export function markdownToBlocks(markdown: string): AdfBlock[] {
  if (markdown.length <= maxMarkdown) return blocksOf(markdown);
  return [...blocksOf(cut(markdown)), paragraph('…')];
}

function blocksOf(markdown: string): AdfBlock[] {
  if (isOverloaded(markdown)) return plainBlocks(markdown);
  const { children } = fromMarkdown(markdown, dialect);
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
