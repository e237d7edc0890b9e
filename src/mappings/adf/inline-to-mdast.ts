import { webAddress } from './legal';
import { type Leaf, phrasingOf } from './marks-to-mdast';
import { type Phrasing, words } from './mdast';
import type { AdfNode, ReadMark } from './read-adf';

/** Where what Markdown cannot carry is to be seen, and whom the text mentions. */
export interface Reading {
  readonly issueUrl: string;
  /** Filled while the text is read: the name that Jira keeps beside each account. */
  readonly mentions: Map<string, string>;
}

const inlineTypes = new Set([
  ...['text', 'hardBreak', 'mention', 'emoji', 'date', 'status', 'placeholder', 'inlineExtension'],
  ...['inlineCard', 'blockCard', 'embedCard', 'media', 'mediaInline'],
]);

/** Says whether a node stands in a line rather than being a block. */
export function isInline({ type }: AdfNode): boolean {
  return inlineTypes.has(type);
}

/** What stands in a line, as Markdown. */
export function inlineOf(
  nodes: readonly AdfNode[],
  reading: Reading,
  marks: readonly ReadMark[] = [],
): Phrasing[] {
  return phrasingOf(leavesOf(nodes, reading, marks));
}

function leavesOf(nodes: readonly AdfNode[], reading: Reading, outer: readonly ReadMark[]): Leaf[] {
  return nodes.flatMap((node) => {
    const marks = [...outer, ...node.marks];
    if (!isInline(node) && node.children.length > 0) return leavesOf(node.children, reading, marks);
    return leafOf(node, reading).map((one) => ({ node: one, marks }));
  });
}

function leafOf(node: AdfNode, reading: Reading): Phrasing[] {
  switch (node.type) {
    case 'text':
      return textOf(node);
    case 'hardBreak':
      return [{ type: 'break' }];
    case 'mention':
      return mentionOf(node, reading);
    case 'emoji':
      return wordsOf(attr(node, 'text') || attr(node, 'shortName'));
    case 'date':
      return wordsOf(dayOf(node));
    case 'status':
      return codeOf(attr(node, 'text'));
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return cardOf(attr(node, 'url'));
    case 'media':
    case 'mediaInline':
      return [mediaOf(node, reading)];
    default:
      return wordsOf(node.text || attr(node, 'text') || attr(node, 'title'));
  }
}

function textOf({ text, marks }: AdfNode): Phrasing[] {
  return marks.some(({ type }) => type === 'code') ? codeOf(text) : wordsOf(text);
}

function codeOf(text: string): Phrasing[] {
  const value = oneLine(text);
  return value.trim() === '' ? wordsOf(value) : [{ type: 'inlineCode', value }];
}

function wordsOf(text: string): Phrasing[] {
  return text === '' ? [] : [words(oneLine(text))];
}

/** `@[Name](accountid:…)`: readable as it stands, and read back as the same mention. */
function mentionOf(node: AdfNode, { mentions }: Reading): Phrasing[] {
  const id = attr(node, 'id');
  const name = oneLine(attr(node, 'text')).replace(/^@/, '').trim();
  if (!/^[\w:-]{1,128}$/.test(id)) return wordsOf(name === '' ? '' : `@${name}`);
  if (!mentions.has(id)) mentions.set(id, name);
  return [words('@'), { type: 'link', url: `accountid:${id}`, children: [words(name === '' ? id : name)] }];
}

/** The day in UTC, as which Jira keeps it. */
function dayOf(node: AdfNode): string {
  const at = new Date(Number(node.attrs.get('timestamp')));
  return Number.isNaN(at.getTime()) ? '' : (at.toISOString().split('T')[0] ?? '');
}

function cardOf(address: string): Phrasing[] {
  const url = webAddress(address);
  return url === undefined ? wordsOf(address) : [{ type: 'link', url, children: [words(url)] }];
}

/** A file stays in Jira: its name, and the way to the issue where it is shown. */
function mediaOf(node: AdfNode, { issueUrl }: Reading): Phrasing {
  const external = attr(node, 'type') === 'external' ? webAddress(attr(node, 'url')) : undefined;
  const name = oneLine(attr(node, 'alt') || attr(node, '__fileName')).trim();
  const url = external ?? issueUrl;
  return { type: 'link', url, children: [words(`📎 ${name === '' ? 'file' : name}`)] };
}

/** An attribute as text; empty where there is none. */
export function attr(node: AdfNode, name: string): string {
  return String(node.attrs.get(name) ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, ' ');
}
