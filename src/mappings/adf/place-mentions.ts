/** Signs in a document become the people whom they stand for. */
import { replaceSigns, splitAtSigns } from '../../core/comments/mention-signs';
import { text } from './adf';
import type { AdfBlock, AdfInline, AdfListItem, AdfText } from './types';

/** Whom a sign stands for; without an account the words stay words. */
export interface Mentioned {
  readonly text: string;
  readonly accountId?: string | undefined;
}

/** A block with real mentions; in code and in addresses the words stand as they were written. */
export function placeMentions<Block extends AdfBlock>(block: Block, people: readonly Mentioned[]): Block;
export function placeMentions(block: AdfBlock, people: readonly Mentioned[]): AdfBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: inInline(block.content, people) };
    case 'codeBlock':
      return { ...block, content: block.content.map((node) => asWords(node, people)) };
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map((item) => inItem(item, people)) };
    case 'blockquote':
      return { ...block, content: block.content.map((inner) => placeMentions(inner, people)) };
    case 'expand':
      return { ...block, content: block.content.map((inner) => placeMentions(inner, people)) };
    case 'panel':
      return { ...block, content: block.content.map((inner) => placeMentions(inner, people)) };
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({
            ...cell,
            content: cell.content.map((inner) => placeMentions(inner, people)),
          })),
        })),
      };
    case 'rule':
      return block;
  }
}

function inItem(item: AdfListItem, people: readonly Mentioned[]): AdfListItem {
  return { ...item, content: item.content.map((inner) => placeMentions(inner, people)) };
}

function inInline(nodes: readonly AdfInline[], people: readonly Mentioned[]): AdfInline[] {
  return nodes.flatMap((node) => (node.type === 'text' ? inText(node, people) : [node]));
}

function inText(node: AdfText, people: readonly Mentioned[]): AdfInline[] {
  const words = asWords(node, people);
  if (words === node) return [node];
  // Jira's mentions bear neither code nor a link.
  if (node.marks?.some(({ type }) => type === 'code' || type === 'link')) return [words];
  return splitAtSigns(node.text).flatMap((piece): AdfInline[] => {
    if (typeof piece === 'string') return text(piece, node.marks);
    const person = people[piece];
    if (person?.accountId === undefined) return text(person?.text ?? '', node.marks);
    return [{ type: 'mention', attrs: { id: person.accountId, text: person.text } }];
  });
}

function asWords(node: AdfText, people: readonly Mentioned[]): AdfText {
  const words = said(node.text, people);
  const marks = node.marks?.map((mark) =>
    mark.type === 'link' ? { ...mark, attrs: { href: said(decodeSigns(mark.attrs.href), people) } } : mark,
  );
  const isSame = words === node.text && JSON.stringify(marks) === JSON.stringify(node.marks);
  return isSame ? node : { ...node, text: words, ...(marks ? { marks } : {}) };
}

function said(words: string, people: readonly Mentioned[]): string {
  return replaceSigns(words, (index) => people[index]?.text ?? '');
}

/** Addresses have them percent-encoded. */
function decodeSigns(address: string): string {
  return address.replaceAll('%EE%80%80', '\uE000').replaceAll('%EE%80%81', '\uE001');
}
