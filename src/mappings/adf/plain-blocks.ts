import { paragraph, text } from './adf';
import type { AdfBlock, AdfInline } from './types';

/** Beyond these nobody writes by hand: containers opened on one line, list items, marks in one block. */
const maxNesting = 12;
const maxItems = 3_000;
const maxMarks = 1_000;

const nested = new RegExp(
  `^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${String(maxNesting)}}`,
  'm',
);
const item = /(?:^|[ \t>])(?:[-+*]|\d{1,9}[.)])(?=[ \t])/gm;
const mark = /[*~[\]]|(?<!\w)_|_(?!\w)/g;

/**
 * Says whether Markdown is of a kind that takes its parser quadratic time or a deep stack: thousands of marks that
 * never close, hundreds of quotations in each other. Findings quote what strangers wrote, so this is to be expected.
 */
export function isOverloaded(markdown: string): boolean {
  if (nested.test(markdown) || count(markdown, item) > maxItems) return true;
  return markdown.split(/\n[ \t]*\n/).some((block) => count(block, mark) > maxMarks);
}

function count(written: string, sign: RegExp): number {
  return written.match(sign)?.length ?? 0;
}

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
