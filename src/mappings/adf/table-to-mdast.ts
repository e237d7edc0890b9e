import type { Reading } from './inline-to-mdast';
import { type Flow, type Of, paragraphOf, type Phrasing, raw, words } from './mdast';
import type { AdfNode } from './read-adf';

type Row = Of<'table'>['children'][number];
type Cell = Row['children'][number];
/** What makes Markdown of the blocks in a cell. */
type FlowOf = (nodes: readonly AdfNode[], reading: Reading) => Flow[];

/** Beyond this a table is written row by row: one long row would make every other as wide. */
const mostCells = 2_000;

/**
 * A table of Markdown: its header row is the first one if that has header cells, else it is empty. Cells over several
 * columns or rows are followed by empty ones, blocks in a cell become lines.
 */
export function tableOf(table: AdfNode, reading: Reading, flowOf: FlowOf): Flow[] {
  const rows = table.children.filter(({ type }) => type === 'tableRow');
  if (rows.length === 0) return [];
  const hasHeader = rows[0]?.children.some(({ type }) => type === 'tableHeader') === true;
  const cells = spread(rows).map((row, index) =>
    row.map((cell) => cellOf(cell, hasHeader && index === 0, reading, flowOf)),
  );
  const columns = Math.max(...cells.map((row) => row.length));
  if (columns * rows.length > mostCells) return cells.flatMap(asLine);
  const header = hasHeader ? [] : [[]];
  const children = [...header, ...cells].map((row) => rowOf(row, columns));
  return [{ type: 'table', children }];
}

/** The cells of each row with empty ones where a cell of several columns or rows reaches. */
function spread(rows: readonly AdfNode[]): (AdfNode | undefined)[][] {
  const taken = rows.map(() => new Set<number>());
  let room = mostCells;
  return rows.map((row, index) => {
    const cells: (AdfNode | undefined)[] = [];
    for (const cell of row.children) {
      while (taken[index]?.has(cells.length)) cells.push(undefined);
      const width = Math.max(1, Math.min(spanOf(cell, 'colspan'), room));
      const height = Math.min(spanOf(cell, 'rowspan'), Math.max(1, Math.floor(room / width)));
      room -= width * height;
      const columns = Array.from({ length: width }, (_, column) => cells.length + column);
      for (const later of taken.slice(index + 1, index + height)) for (const one of columns) later.add(one);
      cells.push(cell, ...columns.slice(1).map(() => undefined));
    }
    return cells;
  });
}

function spanOf(cell: AdfNode, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.attrs.get(name) ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}

function cellOf(cell: AdfNode | undefined, isHeader: boolean, reading: Reading, flowOf: FlowOf): Phrasing[] {
  if (cell === undefined) return [];
  const lines = linesOf(flowOf(cell.children, reading));
  const content = lines.flatMap((line, index) => (index === 0 ? line : [raw('<br>'), ...line]));
  const isLoud = cell.type === 'tableHeader' && !isHeader && content.length > 0;
  return isLoud ? [{ type: 'strong', children: content }] : content;
}

function rowOf(cells: readonly Phrasing[][], columns: number): Row {
  const children = Array.from({ length: columns }, (_, column): Cell => ({
    type: 'tableCell',
    children: cells[column] ?? [],
  }));
  return { type: 'tableRow', children };
}

function asLine(row: readonly Phrasing[][]): Flow[] {
  return paragraphOf(row.flatMap((cell, index) => (index === 0 ? cell : [words(' | '), ...cell])));
}

/** Blocks as lines without line ends in them, which no cell can hold. */
function linesOf(flow: readonly Flow[]): Phrasing[][] {
  return flow.flatMap((block): Phrasing[][] => {
    switch (block.type) {
      case 'paragraph':
        return [withoutBreaks(block.children)];
      case 'heading':
        return [[{ type: 'strong', children: withoutBreaks(block.children) }]];
      case 'code':
        return block.value
          .split(/\r\n?|\n/)
          .flatMap((value) => (value.trim() === '' ? [] : [withoutBreaks([{ type: 'inlineCode', value }])]));
      case 'list':
        return block.children.flatMap((item, index) => itemLines(item, signOf(block, item, index)));
      case 'blockquote':
        return linesOf(block.children);
      case 'table':
        return block.children.flatMap(({ children }) =>
          linesOf(asLine(children.map((cell) => cell.children))),
        );
      default:
        return [];
    }
  });
}

function itemLines(item: Of<'listItem'>, sign: string): Phrasing[][] {
  const [first = [], ...rest] = linesOf(item.children);
  return [[words(sign), ...first], ...rest];
}

function signOf(list: Of<'list'>, item: Of<'listItem'>, index: number): string {
  if (typeof item.checked === 'boolean') return item.checked ? '☑ ' : '☐ ';
  return list.ordered === true ? `${String((list.start ?? 1) + index)}. ` : '• ';
}

/** Line breaks as the tag that cells know, within marks as well. Code with `\\|` is words: no cell can say it as code. */
function withoutBreaks(nodes: readonly Phrasing[]): Phrasing[] {
  return nodes.map((node): Phrasing => {
    if (node.type === 'break') return raw('<br>');
    if (node.type === 'inlineCode' && node.value.includes('\\|')) return words(node.value);
    if (node.type === 'html') return raw(node.value.replaceAll('\n', ' '));
    return 'children' in node ? { ...node, children: withoutBreaks(node.children) } : node;
  });
}
