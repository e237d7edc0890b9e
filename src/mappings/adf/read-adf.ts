/** Foreign ADF as a tree of bounded size: whatever is stored in Jira, what is made of it costs little. */
import { partOf } from '../../core/data/part-of';
import { legalText } from './legal';

/** A node with only what is read of it. */
export interface AdfNode {
  readonly type: string;
  readonly text: string;
  readonly attrs: ReadonlyMap<string, string | number>;
  readonly marks: readonly ReadMark[];
  readonly children: readonly AdfNode[];
}

const plainMarks = ['strong', 'em', 'strike', 'code', 'underline'] as const;
/** A mark whose meaning Markdown can say. */
export interface ReadMark {
  readonly type: (typeof plainMarks)[number] | 'sub' | 'sup' | 'link';
  /** Where a link leads; empty for all others. */
  readonly href: string;
}

const knownAttrs = [
  ...['level', 'order', 'language', 'panelType', 'title', 'text', 'shortName', 'timestamp', 'state'],
  ...['colspan', 'rowspan', 'alt', '__fileName', 'url', 'id', 'type'],
];

/** More than any text that Jira stores. */
const mostNodes = 5_000;
const mostCharacters = 33_000;
const mostMarks = 20;
/** Blocks in each other; what lies deeper is read as plain words. */
const maxDepth = 20;

interface Left {
  nodes: number;
  characters: number;
  isCut: boolean;
}

/** The tree, and whether something of it was left out because there was too much. */
export function readAdf(adf: unknown): { readonly root: AdfNode; readonly isCut: boolean } {
  const left: Left = { nodes: mostNodes, characters: mostCharacters, isCut: false };
  const root = nodeOf(adf, left, 0) ?? { ...nothing, type: 'doc' };
  return { root, isCut: left.isCut };
}

const nothing = { text: '', attrs: new Map<string, string | number>(), marks: [], children: [] };

function nodeOf(value: unknown, left: Left, depth: number): AdfNode | undefined {
  const type = partOf(value, 'type');
  if (typeof type !== 'string') return undefined;
  if (left.nodes <= 0 || left.characters <= 0) {
    left.isCut = true;
    return undefined;
  }
  left.nodes -= 1;
  const text = partOf(value, 'text');
  return {
    type,
    text: typeof text === 'string' ? taken(text, left) : '',
    attrs: attrsOf(partOf(value, 'attrs'), left),
    marks: listOf(partOf(value, 'marks')).slice(0, mostMarks).flatMap(markOf),
    children: depth < maxDepth ? childrenOf(value, left, depth) : wordsOf(value, left),
  };
}

function childrenOf(value: unknown, left: Left, depth: number): AdfNode[] {
  const children: AdfNode[] = [];
  for (const child of listOf(partOf(value, 'content'))) {
    const node = nodeOf(child, left, depth + 1);
    if (node !== undefined) children.push(node);
    if (left.isCut) break;
  }
  return children;
}

/** The texts below a node, however deep they lie, without a deep stack. */
function wordsOf(value: unknown, left: Left): AdfNode[] {
  const words: AdfNode[] = [];
  const waiting = [...listOf(partOf(value, 'content'))].reverse();
  while (waiting.length > 0 && left.nodes > 0) {
    const next = waiting.pop();
    left.nodes -= 1;
    const text = partOf(next, 'text');
    if (typeof text === 'string') words.push({ ...nothing, type: 'text', text: taken(text, left) });
    const below = listOf(partOf(next, 'content'));
    left.isCut ||= below.length > left.nodes;
    waiting.push(...below.slice(0, left.nodes).reverse());
  }
  left.isCut ||= waiting.length > 0;
  return words;
}

function taken(text: string, left: Left): string {
  const legal = legalText(text.slice(0, left.characters + 1));
  const isLong = legal.length > left.characters;
  const kept = isLong ? `${legalText(legal.slice(0, left.characters))}…` : legal;
  left.characters -= kept.length;
  left.isCut ||= isLong;
  return kept;
}

function attrsOf(attrs: unknown, left: Left): Map<string, string | number> {
  const found = new Map<string, string | number>();
  if (attrs === undefined || attrs === null) return found;
  for (const name of knownAttrs) {
    const value = partOf(attrs, name);
    if (typeof value === 'string') found.set(name, taken(value, left));
    else if (typeof value === 'number') found.set(name, value);
  }
  return found;
}

function markOf(mark: unknown): ReadMark[] {
  const type = partOf(mark, 'type');
  const known = plainMarks.find((one) => one === type);
  if (known !== undefined) return [{ type: known, href: '' }];
  if (type === 'subsup') {
    return [{ type: partOf(partOf(mark, 'attrs'), 'type') === 'sup' ? 'sup' : 'sub', href: '' }];
  }
  const href = type === 'link' ? partOf(partOf(mark, 'attrs'), 'href') : undefined;
  return typeof href === 'string' ? [{ type: 'link', href: legalText(href) }] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
