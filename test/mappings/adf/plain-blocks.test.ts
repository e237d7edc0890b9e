import { isOverloaded, plainBlocks } from '../../../src/mappings/adf/plain-blocks';

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

describe('Markdown that nobody writes by hand', () => {
  test.each([
    ['twelve quotations in each other', true, `text\n${'>'.repeat(12)} deep`],
    ['eleven quotations in each other', false, `text\n${'>'.repeat(11)} deep`],
    ['twelve lists opened on one line', true, `text\n${'- '.repeat(12)}deep`],
    ['twelve numbered lists opened on one line', true, `text\n${'10. '.repeat(12)}deep`],
    ['twelve quotations on lines of their own', false, lines(12, () => '> quoted')],
    ['more than 3,000 items', true, lines(3_001, () => '- item')],
    ['3,000 items', false, lines(3_000, () => '- item')],
    ['more than 3,000 numbered items', true, lines(3_001, (n) => `${String(n)}. item`)],
    ['more than 3,000 items with brackets', true, lines(3_001, (n) => `${String(n)}) item`)],
    ['more than 3,000 items in quotations', true, lines(3_001, () => '>- item')],
    ['3,001 numbers in sentences', false, lines(3_001, (n) => `costs ${String(n)}.50 or a-b`)],
    ['3,001 words with a bracket or a dash behind them', false, lines(3_001, () => 'word) and word- here')],
    ['more than 1,000 marks in one block', true, 'a*b'.repeat(1_001)],
    ['1,000 marks in one block', false, 'a*b'.repeat(1_000)],
    ['more than 1,000 marks in a later block', true, `text\n \t\n${'a*b'.repeat(1_001)}`],
    ['1,200 marks in two blocks', false, `${'a*b'.repeat(600)}\n \t \n${'a*b'.repeat(600)}`],
    ['1,200 marks in one block of two lines', true, `${'a*b'.repeat(600)}\n${'a*b'.repeat(600)}`],
    ['more than 1,000 opened brackets', true, '['.repeat(1_001)],
    ['more than 1,000 tildes', true, '~'.repeat(1_001)],
    ['more than 1,000 underscores before words', true, ' _a'.repeat(1_001)],
    ['more than 1,000 underscores behind words', true, 'a_ '.repeat(1_001)],
    ['underscores within words', false, 'a_b'.repeat(1_001)],
    ['letters', false, 'word '.repeat(5_000)],
  ])('%s is too much: %s', (_, expected, markdown) => {
    expect(isOverloaded(markdown)).toBe(expected);
  });
});

test('plain text keeps its signs, its blocks and its lines', () => {
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
  const text = (words: string) => ({ type: 'text', text: words });
  const hardBreak = { type: 'hardBreak' };
  expect(plainBlocks('**one**\n \t \n\ntwo\r\nthree\nfour\n\n\n')).toEqual([
    paragraph(text('**one**')),
    paragraph(text('two'), hardBreak, text('three'), hardBreak, text('four')),
  ]);
  expect(plainBlocks('\n\n\n')).toEqual([]);
  expect(plainBlocks('\n')).toEqual([]);
});
