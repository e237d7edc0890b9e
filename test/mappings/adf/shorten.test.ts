import {
  blockquote,
  bulletList,
  expand,
  heading,
  listItem,
  paragraph,
  rule,
  table,
  tableRow,
  text,
} from '../../../src/mappings/adf/adf';
import { shorten, sizeOf } from '../../../src/mappings/adf/shorten';
import type { AdfBlock } from '../../../src/mappings/adf/types';
import { plainText } from '../../support/adf-schema';

const frame = sizeOf(paragraph('…'));
const cut = (words: string, letters: number) => {
  const shortened = shorten(paragraph(words), frame + 1 + letters);
  return shortened && plainText(shortened);
};

const filler = 'x'.repeat(99);

test.each([
  ['at white space', `${filler} more words`, 107, `${filler} more…`],
  ['without the white space', `${filler}   words`, 101, `${filler}…`],
  [
    'within a word that is longer than half of what fits',
    `ab ${'x'.repeat(300)}`,
    100,
    `ab ${'x'.repeat(97)}…`,
  ],
  ['between letters, not within one that takes two', '😀'.repeat(100), 100, `${'😀'.repeat(50)}…`],
])('a text is cut %s', (_, words, letters, expected) => {
  expect(cut(words, letters)).toBe(expected);
});

test('what just fits is not cut', () => {
  const whole = paragraph('x'.repeat(200));
  expect(shorten(whole, sizeOf(whole) + 1)).toEqual(whole);
});

test('a piece that is too small to be of use is left out', () => {
  const room = sizeOf({ ...paragraph(''), content: [] }) + 120;
  expect(shorten(paragraph('x'.repeat(200)), room - 1)).toBeUndefined();
  expect(shorten(paragraph('x'.repeat(200)), room)).toBeDefined();
  expect(shorten(rule(), 1_000)).toBeUndefined();
});

test.each<[string, (block: AdfBlock) => AdfBlock]>([
  ['a quotation', (block) => blockquote([block as ReturnType<typeof paragraph>])],
  ['a fold', (block) => expand('T', [block as ReturnType<typeof paragraph>])],
  ['a list', (block) => bulletList([listItem([block as ReturnType<typeof paragraph>])])],
])('%s keeps what fits of its parts', (_, around) => {
  const long = around(paragraph(text('y'.repeat(400))));
  const shortened = shorten(long, 300);
  expect(shortened?.type).toBe(long.type);
  expect(sizeOf(shortened)).toBeLessThanOrEqual(300);
  expect(sizeOf(shortened)).toBeGreaterThan(290);
});

test('a text that is a little too long loses its last word only where that is short', () => {
  const room = (words: string) => sizeOf(paragraph(words)) - 1;
  const shown = (words: string) => plainText(shorten(paragraph(words), room(words)) ?? paragraph());
  expect(shown(`${'x'.repeat(100)} ${'y'.repeat(20)}`)).toBe(`${'x'.repeat(100)}…`);
  expect(shown(`${'x'.repeat(20)} ${'y'.repeat(100)}`)).toBe(`${'x'.repeat(20)} ${'y'.repeat(97)}…`);
});

test('a line break is no text to shorten, and no row is shown in part', () => {
  const broken = paragraph([...text('x'.repeat(150)), { type: 'hardBreak' }]);
  expect(shorten(broken, sizeOf(broken) - 1)).toEqual(paragraph('x'.repeat(150)));
  const rows = table([tableRow(['x'.repeat(200)]), tableRow(['y'.repeat(200)])]);
  expect(shorten(rows, sizeOf(rows) - 1)).toEqual(table([tableRow(['x'.repeat(200)])]));
  expect(shorten(heading(3, 'x'.repeat(300)), 200)).toMatchObject({ type: 'heading', attrs: { level: 3 } });
});
