/** A builder for each ADF node that this app writes. */

import { legalMarks, legalText, webAddress } from './legal';
import type {
  AdfMark,
  AdfText,
  AdfInline,
  AdfMention,
  AdfParagraph,
  AdfHeading,
  AdfCodeBlock,
  AdfListItem,
  AdfBulletList,
  AdfOrderedList,
  AdfItemBlock,
  AdfBlockquote,
  AdfRule,
  AdfPanel,
  AdfPanelType,
  AdfTableCell,
  AdfTableRow,
  AdfTable,
  AdfBlock,
  AdfDocument,
  AdfExpand,
} from './types';

export type { AdfBlock, AdfDocument, AdfInline } from './types';

/** A whole document. */
export function doc(content: readonly AdfBlock[]): AdfDocument {
  return { version: 1, type: 'doc', content };
}

/** A paragraph; a string is plain text. */
export function paragraph(content: string | readonly AdfInline[] = []): AdfParagraph {
  return { type: 'paragraph', content: inline(content) };
}

/** A heading of level 1 (largest) to 6. */
export function heading(level: 1 | 2 | 3 | 4 | 5 | 6, content: string | readonly AdfInline[]): AdfHeading {
  return { type: 'heading', attrs: { level }, content: inline(content) };
}

/** A block of code as it stands; `language` only where it is known. */
export function codeBlock(code: string, language?: string): AdfCodeBlock {
  const content = code === '' ? [] : [{ type: 'text', text: code } as const];
  return { type: 'codeBlock', ...(language !== undefined && { attrs: { language } }), content };
}

/** A list item; it begins with a paragraph or code, as Jira's editor demands. */
export function listItem(content: readonly AdfItemBlock[]): AdfListItem {
  const first = content[0]?.type;
  const legal = first === 'paragraph' || first === 'codeBlock';
  return { type: 'listItem', content: legal ? content : [paragraph(), ...content] };
}

/** A bulleted list of at least one item. */
export function bulletList(items: readonly AdfListItem[]): AdfBulletList {
  return { type: 'bulletList', content: items };
}

/** A numbered list of at least one item that counts from `order`. */
export function orderedList(items: readonly AdfListItem[], order = 1): AdfOrderedList {
  return { type: 'orderedList', ...(order !== 1 && { attrs: { order } }), content: items };
}

/** A quotation of at least one block. */
export function blockquote(content: readonly AdfItemBlock[]): AdfBlockquote {
  return { type: 'blockquote', content };
}

/** A line across the page. */
export function rule(): AdfRule {
  return { type: 'rule' };
}

/** A coloured box of at least one block. */
export function panel(panelType: AdfPanelType, content: AdfPanel['content']): AdfPanel {
  return { type: 'panel', attrs: { panelType }, content };
}

/** What is folded away under a title until somebody opens it; only at the root of a document. */
export function expand(title: string, content: AdfExpand['content']): AdfExpand {
  return { type: 'expand', attrs: { title }, content };
}

/** A table of at least one row; rows of one table have equally many cells. */
export function table(rows: readonly AdfTableRow[]): AdfTable {
  return { type: 'table', content: rows };
}

/** One row of header cells or of plain cells. */
export function tableRow(
  cells: readonly (string | readonly AdfInline[])[],
  type: AdfTableCell['type'] = 'tableCell',
): AdfTableRow {
  return { type: 'tableRow', content: cells.map((cell) => ({ type, content: [paragraph(cell)] })) };
}

function inline(content: string | readonly AdfInline[]): readonly AdfInline[] {
  return typeof content === 'string' ? text(content) : content;
}

/** Text with marks: one node, or none when nothing legal is left of it, since Jira refuses empty text nodes. */
export function text(value: string, marks: readonly AdfMark[] = []): AdfText[] {
  const legal = legalText(value)
    .split(/\r\n?|\n/)
    .join(' ');
  if (legal === '') return [];
  return [{ type: 'text', text: legal, ...(marks.length > 0 && { marks: legalMarks(marks) }) }];
}

/** A person, by account id; Jira shows the name of today. */
export function mention(id: string, name = id): AdfMention {
  return { type: 'mention', attrs: { id, text: `@${name}` } };
}

/** Linked text; only http and https become links, anything else stays text. */
export function link(value: string, href: string, marks: readonly AdfMark[] = []): AdfText[] {
  const address = webAddress(href);
  return text(value, address === undefined ? marks : [{ type: 'link', attrs: { href: address } }, ...marks]);
}

/** Whether a value is a document. */
export function isDocument(value: unknown): value is AdfDocument {
  return typeof value === 'object' && value !== null && 'content' in value && Array.isArray(value.content);
}
