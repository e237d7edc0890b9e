/** The part of the Atlassian Document Format (version 1) that this app writes. */

export type AdfMark =
  | { readonly type: 'strong' | 'em' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

export interface AdfText {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly AdfMark[];
}
/** Only comments mention people: a mention notifies them. */
export interface AdfMention {
  readonly type: 'mention';
  readonly attrs: { readonly id: string; readonly text: string };
}
export type AdfInline = AdfText | { readonly type: 'hardBreak' } | AdfMention;

export interface AdfParagraph {
  readonly type: 'paragraph';
  readonly content: readonly AdfInline[];
}
export interface AdfHeading {
  readonly type: 'heading';
  readonly attrs: { readonly level: number };
  readonly content: readonly AdfInline[];
}
export interface AdfCodeBlock {
  readonly type: 'codeBlock';
  readonly attrs?: { readonly language: string };
  readonly content: readonly AdfText[];
}
export interface AdfListItem {
  readonly type: 'listItem';
  readonly content: readonly AdfItemBlock[];
}
export interface AdfBulletList {
  readonly type: 'bulletList';
  readonly content: readonly AdfListItem[];
}
export interface AdfOrderedList {
  readonly type: 'orderedList';
  readonly attrs?: { readonly order: number };
  readonly content: readonly AdfListItem[];
}
/** What a list item may hold, and a quotation as well. */
export type AdfItemBlock = AdfParagraph | AdfCodeBlock | AdfBulletList | AdfOrderedList;

export interface AdfBlockquote {
  readonly type: 'blockquote';
  readonly content: readonly AdfItemBlock[];
}
export interface AdfRule {
  readonly type: 'rule';
}
export interface AdfPanel {
  readonly type: 'panel';
  readonly attrs: { readonly panelType: AdfPanelType };
  readonly content: readonly (AdfItemBlock | AdfHeading)[];
}
export type AdfPanelType = 'info' | 'note' | 'warning' | 'error' | 'success';

export interface AdfTableCell {
  readonly type: 'tableCell' | 'tableHeader';
  readonly content: readonly AdfParagraph[];
}
export interface AdfTableRow {
  readonly type: 'tableRow';
  readonly content: readonly AdfTableCell[];
}
export interface AdfTable {
  readonly type: 'table';
  readonly content: readonly AdfTableRow[];
}

/** What an expand may hold of what a document may. */
export type AdfFoldBlock = AdfItemBlock | AdfHeading | AdfBlockquote | AdfRule | AdfPanel | AdfTable;
export interface AdfExpand {
  readonly type: 'expand';
  readonly attrs: { readonly title: string };
  readonly content: readonly AdfFoldBlock[];
}

export type AdfBlock = AdfFoldBlock | AdfExpand;

export interface AdfDocument {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfBlock[];
}
