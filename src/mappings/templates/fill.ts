/** Puts values into the places of a document that was read without them. */
import { paragraph } from '../adf/adf';
import { sizeOf } from '../adf/shorten';
import { maxAdfLength } from '../adf/truncate-adf';
import type { AdfBlock, AdfInline } from '../adf/types';
import { fillBlock } from './fill-block';
import { fillInline, type Filling, isSeen } from './fill-inline';
import { hasPlace, type Insertions, placeHolder } from './insertions';
import { MarkdownText } from './markdown-text';
import type { Skeleton } from './skeleton';

export interface Filled {
  readonly blocks: AdfBlock[];
  /** How many of them reach to the end of the last Markdown field. */
  readonly prose: number;
}

/** The blocks with their values. A Markdown field brings its own blocks along, unless it stands in a list, table, fold or heading. */
export function fill(
  { blocks: skeleton, addressOf }: Skeleton,
  values: Insertions,
  read: Filling['read'],
): Filled {
  const filling = { addressOf, values, read };
  const blocks: AdfBlock[] = [];
  let prose = 0;
  for (const block of skeleton) {
    const parts = block.type === 'paragraph' ? block.content.flatMap((node) => partsOf(node, values)) : [];
    const hasMarkdown = parts.some(isMarkdown);
    // Behind a text that fills the field by itself nothing more would be seen, so nothing more is read.
    if (hasMarkdown && sizeOf(blocks) > maxAdfLength) prose = blocks.length;
    else {
      blocks.push(...(block.type === 'paragraph' ? spread(parts, filling) : fillBlock(block, filling)));
      if (hasMarkdown) prose = blocks.length;
    }
  }
  return { blocks, prose };
}

type Part = AdfInline | MarkdownText;

function isMarkdown(part: Part): part is MarkdownText {
  return part instanceof MarkdownText;
}

/** The Markdown fields in a text, and the text between them. */
function partsOf(node: AdfInline, values: Insertions): Part[] {
  const isPlain = node.type !== 'text' || node.marks?.some(({ type }) => type === 'code') === true;
  if (isPlain || !hasPlace(node.text)) return [node];
  const parts: Part[] = [];
  let from = 0;
  for (const found of node.text.matchAll(placeHolder)) {
    const value = values.at(found[1] ?? '');
    if (typeof value === 'string') continue;
    parts.push({ ...node, text: node.text.slice(from, found.index) }, value);
    from = found.index + found[0].length;
  }
  return [...parts, { ...node, text: node.text.slice(from) }];
}

/** The blocks of a line in which Markdown fields stand: paragraphs at their ends run on in the line. */
function spread(parts: readonly Part[], filling: Filling): AdfBlock[] {
  const blocks: AdfBlock[] = [];
  let line: AdfInline[] = [];
  const close = () => {
    if (line.some(({ type }) => type === 'text')) blocks.push(paragraph(line));
    line = [];
  };
  for (const part of parts) {
    if (!isMarkdown(part)) {
      // No line begins with what nobody sees.
      const begun =
        line.length === 0 && part.type === 'text' ? { ...part, text: part.text.trimStart() } : part;
      const filled = fillInline([begun], filling, true);
      if (line.length > 0 || filled.some(isSeen)) line.push(...filled);
      continue;
    }
    for (const [index, block] of filling.read(part.markdown).entries()) {
      const runsOn = index === 0 && block.type === 'paragraph';
      if (!runsOn) close();
      if (block.type === 'paragraph') line.push(...block.content);
      else blocks.push(block);
    }
  }
  close();
  return blocks;
}
