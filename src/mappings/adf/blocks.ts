import {
  blockquote,
  bulletList,
  codeBlock,
  expand,
  heading,
  listItem,
  orderedList,
  paragraph,
  rule,
  table,
  tableRow,
  text,
} from './adf';
import { type Fold, withFolds } from './folds';
import { type Definitions, htmlText, inlineContent, type MarkdownNode } from './inline';
import { legalText } from './legal';
import type { AdfBlock, AdfFoldBlock, AdfItemBlock, AdfListItem, AdfTable } from './types';

type Of<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>;

/** Jira indents lists up to six levels; deeper ones go on at the sixth. */
const maxListDepth = 6;

/** The blocks of a document as ADF, each where ADF allows it. */
export function rootBlocks(nodes: readonly MarkdownNode[], definitions: Definitions): AdfBlock[] {
  return withFolds(nodes).flatMap((node) =>
    node.type === 'fold' ? folded(node, definitions) : rootBlock(node, definitions),
  );
}

function folded({ title, inside }: Fold, definitions: Definitions): AdfBlock[] {
  const content = inside.flatMap((node) => rootBlock(node, definitions));
  return content.length === 0 ? [] : [expand(legalText(title), content)];
}

function rootBlock(node: MarkdownNode, definitions: Definitions): AdfFoldBlock[] {
  switch (node.type) {
    case 'heading':
      return [heading(node.depth, inlineContent(node.children, definitions))];
    case 'thematicBreak':
      return [rule()];
    case 'blockquote': {
      const content = itemBlocks(node.children, definitions, 0);
      return content.length === 0 ? [] : [blockquote(content)];
    }
    case 'table':
      return hasFewCells(node) ? [tableOf(node, definitions)] : itemBlock(node, definitions, 0);
    default:
      return itemBlock(node, definitions, 0);
  }
}

/** Blocks for inside a list or a quotation, where ADF knows neither headings nor tables nor further quotations. */
function itemBlocks(nodes: readonly MarkdownNode[], definitions: Definitions, depth: number): AdfItemBlock[] {
  return nodes.flatMap((node) => itemBlock(node, definitions, depth));
}

function itemBlock(node: MarkdownNode, definitions: Definitions, depth: number): AdfItemBlock[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(inlineContent(node.children, definitions));
    case 'heading':
      return paragraphOf(inlineContent(node.children, definitions, [{ type: 'strong' }]));
    case 'code':
      return [codeBlock(legalText(node.value.replace(/\r\n?/g, '\n')), languageOf(node.lang))];
    case 'list':
      return listOf(node, definitions, depth);
    case 'blockquote':
      return itemBlocks(node.children, definitions, depth);
    case 'table':
      return node.children.flatMap((row) => paragraphOf(rowAsLine(row, definitions)));
    case 'html':
      return paragraphOf(htmlText(node.value));
    case 'footnoteDefinition':
      return withLabel(`[${node.label ?? node.identifier}] `, itemBlocks(node.children, definitions, depth));
    case 'thematicBreak':
    case 'definition':
      return [];
    default:
      return paragraphOf(inlineContent([node], definitions));
  }
}

function paragraphOf(content: ReturnType<typeof inlineContent>): AdfItemBlock[] {
  return content.some((node) => node.type === 'text') ? [paragraph(content)] : [];
}

function listOf(list: Of<'list'>, definitions: Definitions, depth: number): AdfItemBlock[] {
  if (depth >= maxListDepth)
    return list.children.flatMap(({ children }) => itemBlocks(children, definitions, depth));
  const items = list.children.map((item) => itemOf(item, definitions, depth + 1));
  return [list.ordered === true ? orderedList(items, list.start ?? 1) : bulletList(items)];
}

/** An item; the box of a task is a sign in its text, since Jira's task lists notify people. */
function itemOf(item: Of<'listItem'>, definitions: Definitions, depth: number): AdfListItem {
  const content = itemBlocks(item.children, definitions, depth);
  if (typeof item.checked !== 'boolean') return listItem(content);
  return listItem(withLabel(item.checked ? '☑ ' : '☐ ', content));
}

function withLabel(label: string, [first, ...rest]: readonly AdfItemBlock[]): AdfItemBlock[] {
  if (first?.type === 'paragraph') return [paragraph([...text(label), ...first.content]), ...rest];
  return [paragraph(label), ...(first === undefined ? [] : [first]), ...rest];
}

/** A field of Jira's holds a few hundred cells; one row of a thousand makes every other row as wide. */
const maxCells = 2_000;

function hasFewCells({ children }: Of<'table'>): boolean {
  return children.length * (children[0]?.children.length ?? 0) <= maxCells;
}

function tableOf({ children }: Of<'table'>, definitions: Definitions): AdfTable {
  const columns = children[0]?.children.length ?? 1;
  const rows = children.map((row, index) => {
    const cells = Array.from({ length: columns }, (_, column) => row.children[column]?.children ?? []);
    const contents = cells.map((cell) => inlineContent(cell, definitions));
    return tableRow(contents, index === 0 ? 'tableHeader' : 'tableCell');
  });
  return table(rows);
}

function rowAsLine(row: Of<'tableRow'>, definitions: Definitions): ReturnType<typeof inlineContent> {
  return row.children.flatMap((cell, index) => [
    ...(index > 0 ? text(' | ') : []),
    ...inlineContent(cell.children, definitions),
  ]);
}

/** A name such as `js` or `c++`; what tools write beside it (`{.line-numbers}`) is no language. */
function languageOf(lang: string | null | undefined): string | undefined {
  return lang !== null && lang !== undefined && /^[a-z][a-z0-9+#._-]{0,30}$/i.test(lang)
    ? lang.toLowerCase()
    : undefined;
}
