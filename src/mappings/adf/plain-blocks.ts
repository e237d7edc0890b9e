import { paragraph, text } from './adf';
import type { AdfBlock, AdfInline } from './types';

/** The text as it was written, signs and all: a paragraph for each block, a line break for each line. */
export function plainBlocks(written: string): AdfBlock[] {
  return written
    .split(/\n\s*\n/)
    .map(linesOf)
    .filter((content) => content.some(({ type }) => type === 'text'))
    .map((content) => paragraph(content));
}

function linesOf(block: string): AdfInline[] {
  return block
    .split(/\r?\n/)
    .flatMap((line, index): AdfInline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...text(line),
    ]);
}
