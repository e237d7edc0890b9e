/** Puts values into a block; one of which nothing is left goes. */
import { blockquote, expand, listItem, paragraph } from '../adf/adf';
import { legalText } from '../adf/legal';
import type { AdfBlock, AdfCodeBlock, AdfFoldBlock, AdfItemBlock, AdfTable, AdfText } from '../adf/types';
import { fillInline, type Filling, isSeen } from './fill-inline';

/** The block with its values, or none. */
export function fillBlock(block: AdfBlock, filling: Filling): AdfBlock[] {
  if (block.type !== 'expand') return fillInside(block, filling);
  const content = block.content.flatMap((inner) => fillInside(inner, filling));
  const title = legalText(filling.values.words(block.attrs.title));
  return content.length > 0 ? [expand(title, content)] : [];
}

function fillInside(block: AdfFoldBlock, filling: Filling): AdfFoldBlock[] {
  switch (block.type) {
    case 'heading': {
      const content = fillInline(block.content, filling, false);
      return content.some(isSeen) ? [{ ...block, content }] : [];
    }
    case 'blockquote': {
      const content = block.content.flatMap((inner) => fillItem(inner, filling));
      return content.length > 0 ? [blockquote(content)] : [];
    }
    case 'table':
      return [fillTable(block, filling)];
    case 'rule':
    case 'panel':
      return [block];
    default:
      return fillItem(block, filling);
  }
}

function fillItem(block: AdfItemBlock, filling: Filling): AdfItemBlock[] {
  switch (block.type) {
    case 'paragraph': {
      const content = fillInline(block.content, filling, true);
      return content.some(isSeen) ? [paragraph(content)] : [];
    }
    case 'codeBlock':
      return [fillCode(block, filling)];
    default: {
      const items = block.content.map(({ content }) =>
        listItem(content.flatMap((inner) => fillItem(inner, filling))),
      );
      return [{ ...block, content: items }];
    }
  }
}

function fillCode(block: AdfCodeBlock, { values }: Filling): AdfCodeBlock {
  const content = block.content.flatMap((node): AdfText[] => {
    const code = legalText(values.words(node.text).replace(/\r\n?/g, '\n'));
    return code === '' ? [] : [{ ...node, text: code }];
  });
  return { ...block, content };
}

/** A first row of titles that are all empty stands there only because Markdown demands one. */
function fillTable(table: AdfTable, filling: Filling): AdfTable {
  const [titles, ...others] = table.content;
  const isUntitled = titles?.content.every(({ content }) =>
    content.every((inner) => inner.content.length === 0),
  );
  const rows = isUntitled === true && others.length > 0 ? others : table.content;
  return {
    ...table,
    content: rows.map((row) => ({
      ...row,
      content: row.content.map((cell) => ({
        ...cell,
        content: cell.content.map((inner) => paragraph(fillInline(inner.content, filling, false))),
      })),
    })),
  };
}
