import { plainBlocks } from '../../../src/mappings/adf/plain-blocks';

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
