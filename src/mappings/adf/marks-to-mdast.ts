import { webAddress } from './legal';
import { type Phrasing, raw, words } from './mdast';
import type { ReadMark } from './read-adf';

/** A piece of a line with the marks that lie on it. */
export interface Leaf {
  readonly node: Phrasing;
  readonly marks: readonly ReadMark[];
}

/** From the outside in; pieces that share an outer mark stand in it together. */
const order = ['link', 'strong', 'em', 'strike', 'underline', 'sub', 'sup'] as const;
type Nested = (typeof order)[number];

/** Pieces of a line as Markdown: lines without spaces at their ends, marks around words only. */
export function phrasingOf(leaves: readonly Leaf[]): Phrasing[] {
  return nest(withoutEdges(leaves.map(outsideOfLinks).flatMap(spacesApart)), 0);
}

/** What leads somewhere by itself cannot stand in a link. */
function outsideOfLinks({ node, marks }: Leaf): Leaf {
  return node.type === 'link'
    ? { node, marks: marks.filter(({ type }) => type !== 'link') }
    : { node, marks };
}

function nest(leaves: readonly Leaf[], level: number): Phrasing[] {
  const type = order[level];
  if (type === undefined) return joined(leaves.map(({ node }) => node));
  return runsOf(leaves, type).flatMap(({ mark, run }) => {
    if (mark === undefined) return nest(run, level + 1);
    const { before, inner, after } = aroundWords(run);
    const content = nest(inner, level + 1);
    const marked = content.length === 0 ? [] : wrap(mark, content);
    return [...nest(before, level + 1), ...marked, ...nest(after, level + 1)];
  });
}

function runsOf(leaves: readonly Leaf[], type: Nested): { mark: ReadMark | undefined; run: Leaf[] }[] {
  const runs: { mark: ReadMark | undefined; run: Leaf[] }[] = [];
  for (const leaf of leaves) {
    const mark = leaf.marks.find((one) => one.type === type);
    const last = runs.at(-1);
    if (last?.mark?.type === mark?.type && last?.mark?.href === mark?.href && last) last.run.push(leaf);
    else runs.push({ mark, run: [leaf] });
  }
  return runs;
}

function wrap({ type, href }: ReadMark, children: Phrasing[]): Phrasing[] {
  switch (type) {
    case 'link':
      return linkTo(href, children);
    case 'strong':
      return [{ type: 'strong', children }];
    case 'em':
      return [{ type: 'emphasis', children }];
    case 'strike':
      return [{ type: 'delete', children }];
    case 'underline':
      return [raw('<u>'), ...children, raw('</u>')];
    default:
      return [raw(`<${type}>`), ...children, raw(`</${type}>`)];
  }
}

/** Only the web is linked; where else a link leads stands behind its words. */
function linkTo(href: string, children: Phrasing[]): Phrasing[] {
  const url = webAddress(href);
  if (url !== undefined) {
    return [{ type: 'link', url, children: children.filter((child) => child.type !== 'link') }];
  }
  const shown = children.map((child) => ('value' in child ? child.value : '')).join('');
  const target = href.replace(/^(mailto|tel):/i, '').slice(0, 300);
  return target === '' || shown.includes(target) ? children : [...children, words(` (${target})`)];
}

/** Spaces and line breaks at the ends of marked text are better off outside: `** so **` is not bold. */
function aroundWords(run: readonly Leaf[]): { before: Leaf[]; inner: Leaf[]; after: Leaf[] } {
  const first = run.findIndex((leaf) => !isBlank(leaf));
  if (first < 0) return { before: [...run], inner: [], after: [] };
  const end = run.findLastIndex((leaf) => !isBlank(leaf)) + 1;
  return { before: run.slice(0, first), inner: run.slice(first, end), after: run.slice(end) };
}

/** Spaces at the ends of a text in leaves of their own. */
function spacesApart(leaf: Leaf): Leaf[] {
  if (leaf.node.type !== 'text') return [leaf];
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(leaf.node.value) ?? [];
  return [before, inner, after].flatMap((value) => (value === '' ? [] : [{ ...leaf, node: words(value) }]));
}

/** Without breaks at the ends, and without spaces where a line begins or ends. */
function withoutEdges(leaves: readonly Leaf[]): Leaf[] {
  const trimmed: Leaf[] = [];
  let line: Leaf[] = [];
  for (const leaf of aroundWords(leaves).inner) {
    if (leaf.node.type === 'break') {
      trimmed.push(...aroundWords(line).inner, leaf);
      line = [];
    } else line.push(leaf);
  }
  return [...trimmed, ...aroundWords(line).inner];
}

function isBlank({ node }: Leaf): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** Neighbouring texts as one: signs mean something together that they do not mean apart. */
function joined(nodes: readonly Phrasing[]): Phrasing[] {
  const all: Phrasing[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.type === 'text' && node.type === 'text') all[all.length - 1] = words(last.value + node.value);
    else all.push(node);
  }
  return all;
}
