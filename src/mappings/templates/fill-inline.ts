/** Puts values into the texts and addresses of a line. */
import { text as textNodes } from '../adf/adf';
import { webAddress } from '../adf/legal';
import type { AdfBlock, AdfInline, AdfMark, AdfText } from '../adf/types';
import { hasPlace, type Insertions } from './insertions';
import type { Skeleton } from './skeleton';

/** What is put in, and what addresses stand for. */
export interface Filling extends Pick<Skeleton, 'addressOf'> {
  readonly values: Insertions;
  /** Reads a Markdown field. */
  readonly read: (markdown: string) => readonly AdfBlock[];
}

/** Lines of a value stay lines where `lines` says so; elsewhere, as in cells and headings, they become spaces. */
export function fillInline(nodes: readonly AdfInline[], filling: Filling, lines: boolean): AdfInline[] {
  return nodes.flatMap((node) => (node.type === 'text' ? fillText(node, filling, lines) : [node]));
}

function fillText({ text, marks: before = [] }: AdfText, filling: Filling, lines: boolean): AdfInline[] {
  const marks = before.flatMap((mark) => fillMark(mark, filling));
  const words = filling.values.words(text);
  if (!lines || !hasPlace(text) || marks.some(({ type }) => type === 'code')) return textNodes(words, marks);
  return words
    .replace(/^[\r\n]+|[\r\n]+$/g, '')
    .split(/\r\n?|\n/)
    .flatMap((line, index): AdfInline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...textNodes(line, marks),
    ]);
}

function fillMark(mark: AdfMark, { values, addressOf }: Filling): AdfMark[] {
  if (mark.type !== 'link') return [mark];
  const href = webAddress(values.words(addressOf(mark.attrs.href)));
  return href === undefined ? [] : [{ ...mark, attrs: { href } }];
}

/** Whether people see something of it. */
export function isSeen(node: AdfInline): boolean {
  return node.type === 'text' && /\S/.test(node.text);
}
