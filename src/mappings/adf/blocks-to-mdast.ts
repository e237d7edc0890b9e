import { attr, inlineOf, isInline, type Reading } from './inline-to-mdast';
import { type Flow, type Of, paragraphOf, type Phrasing, raw, words } from './mdast';
import type { AdfNode } from './read-adf';
import { tableOf } from './table-to-mdast';

/** The blocks of a document as Markdown; what stands in a line where a block should be becomes a paragraph. */
export function flowOf(nodes: readonly AdfNode[], reading: Reading): Flow[] {
  const flow: Flow[] = [];
  let line: AdfNode[] = [];
  for (const node of nodes) {
    if (isInline(node)) line.push(node);
    else {
      flow.push(...paragraphOf(inlineOf(line, reading)), ...blockOf(node, reading));
      line = [];
    }
  }
  return [...flow, ...paragraphOf(inlineOf(line, reading))];
}

function blockOf(node: AdfNode, reading: Reading): Flow[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(inlineOf(node.children, reading));
    case 'heading':
      return headingOf(node, inlineOf(node.children, reading));
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
    case 'decisionList':
      return listOf(node, reading);
    case 'codeBlock':
      return [
        { type: 'code', lang: languageOf(node), value: node.children.map(({ text }) => text).join('') },
      ];
    case 'blockquote':
      return quoteOf(flowOf(node.children, reading));
    case 'panel':
      return alertOf(attr(node, 'panelType'), flowOf(node.children, reading));
    case 'expand':
    case 'nestedExpand':
      return [...titleOf(attr(node, 'title')), ...flowOf(node.children, reading)];
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return tableOf(node, reading, flowOf);
    default:
      return otherOf(node, reading);
  }
}

/** What is not known is told by its words. */
function otherOf(node: AdfNode, reading: Reading): Flow[] {
  return node.children.length > 0 ? flowOf(node.children, reading) : paragraphOf(inlineOf([node], reading));
}

function headingOf(node: AdfNode, children: Phrasing[]): Flow[] {
  const level = Number(node.attrs.get('level'));
  const depth = ([1, 2, 3, 4, 5, 6] as const).find((one) => one === level) ?? 6;
  return children.length === 0 ? [] : [{ type: 'heading', depth, children }];
}

function titleOf(title: string): Flow[] {
  const children = title.trim() === '' ? [] : [words(title.trim())];
  return children.length === 0 ? [] : paragraphOf([{ type: 'strong', children }]);
}

function quoteOf(children: Flow[]): Flow[] {
  return children.length === 0 ? [] : [{ type: 'blockquote', children }];
}

/** The alerts of GitHub's Markdown, one for each kind of panel; elsewhere they are read as quotations. */
const alertOfPanel = new Map([
  ['info', 'NOTE'],
  ['note', 'IMPORTANT'],
  ['success', 'TIP'],
  ['warning', 'WARNING'],
  ['error', 'CAUTION'],
]);

function alertOf(panelType: string, content: Flow[]): Flow[] {
  const sign = alertOfPanel.get(panelType);
  if (sign === undefined || content.length === 0) return quoteOf(content);
  const [first, ...rest] = content;
  return first?.type === 'paragraph'
    ? quoteOf([{ type: 'paragraph', children: [raw(`[!${sign}]\n`), ...first.children] }, ...rest])
    : quoteOf([{ type: 'paragraph', children: [raw(`[!${sign}]`)] }, ...content]);
}

type Item = Of<'list'>['children'][number];

function listOf(node: AdfNode, reading: Reading): Flow[] {
  const children: Item[] = [];
  for (const child of node.children) {
    const last = children.at(-1);
    if (isList(child) && last !== undefined) last.children.push(...listOf(child, reading));
    else children.push(itemOf(child, reading));
  }
  const start = node.type === 'orderedList' ? startOf(node) : null;
  return children.length === 0
    ? []
    : [{ type: 'list', ordered: start !== null, start, spread: false, children }];
}

function isList({ type }: AdfNode): boolean {
  return type.endsWith('List');
}

/** Markdown counts from 0 to nine digits. */
function startOf(node: AdfNode): number {
  const order = Number(node.attrs.get('order') ?? 1);
  return Number.isInteger(order) && order >= 0 && order < 900_000_000 ? order : 1;
}

function itemOf(node: AdfNode, reading: Reading): Item {
  const content = node.type === 'listItem' ? node.children : [node];
  const children = node.type.endsWith('Item') ? flowOf(node.children, reading) : flowOf(content, reading);
  const checked = /^(block)?taskItem$/i.test(node.type) ? attr(node, 'state') === 'DONE' : null;
  if (node.type !== 'decisionItem') return { type: 'listItem', checked, spread: false, children };
  const label: Phrasing = { type: 'strong', children: [words('Decision:')] };
  const [first, ...rest] = children;
  const labelled =
    first?.type === 'paragraph'
      ? [{ ...first, children: [label, words(' '), ...first.children] }, ...rest]
      : [...paragraphOf([label]), ...children];
  return { type: 'listItem', spread: false, children: labelled };
}

function languageOf(node: AdfNode): string | null {
  const language = attr(node, 'language');
  return /^[a-z][a-z0-9+#._-]{0,30}$/i.test(language) ? language : null;
}
