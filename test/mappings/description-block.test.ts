import { doc, paragraph } from '../../src/mappings/adf/adf';
import { plainText } from '../../src/mappings/adf/plain-text';
import { sizeOf } from '../../src/mappings/adf/shorten';
import { maxAdfLength } from '../../src/mappings/adf/truncate-adf';
import { putPart, readDescription, withBorders } from '../../src/mappings/description-block';

const blocks = (...texts: string[]) => texts.map((text) => paragraph(text));
const part = withBorders(doc(blocks('ours')), 'en');
const [first, , last] = part.content;
const german = withBorders(doc(blocks('alt')), 'de').content;
const content = (raw: unknown) => (raw as { content: unknown[] }).content;

test('the app’s part stands between two lines in the language of the space, in italics', () => {
  expect(part.content.slice(1, -1)).toEqual(blocks('ours'));
  expect(first).toMatchObject({ content: [{ marks: [{ type: 'em' }] }] });
  expect(plainText(german[0])).not.toBe(plainText(first));
});

test('a part that is too long is cut, and still ends with its line', () => {
  const long = withBorders(doc(blocks(...Array.from({ length: 60 }, () => 'x'.repeat(900)))), 'en');
  expect(sizeOf(long)).toBeLessThanOrEqual(maxAdfLength);
  expect([long.content[0], long.content.at(-1)]).toEqual([first, last]);
  expect(long.content.length).toBeGreaterThan(20);
});

test('the part takes the place of the one that is there, in whatever language; what people wrote stays around it', () => {
  const current = doc([...blocks('above'), ...german, ...blocks('below')] as never);
  expect(content(putPart(current, part, false))).toEqual([
    ...blocks('above'),
    ...part.content,
    ...blocks('below'),
  ]);
  expect(putPart(current, part, true)).toMatchObject({ version: 1, type: 'doc' });
});

test.each([
  ['what people wrote stays below it', doc(blocks('theirs')), false, blocks('theirs')],
  ['what the app wrote goes', doc(blocks('old')), true, []],
  ['nothing was there', null, false, []],
  ['what is no document goes', { content: 'x' }, false, []],
])('where there is no part yet, it stands above all: %s', (_what, current, isOurs, below) => {
  expect(content(putPart(current, part, isOurs))).toEqual([...part.content, ...below]);
});

test('where one of the two lines is gone, nobody can tell whose the rest is: it stays', () => {
  for (const half of [doc([first, ...blocks('old')] as never), doc([...blocks('old'), last] as never)])
    expect(content(putPart(half, part, false))).toEqual([...part.content, ...half.content]);
  const turned = doc([last, ...blocks('old'), first] as never);
  expect(content(putPart(turned, part, false))).toEqual([...part.content, ...turned.content]);
});

test('what people wrote is never cut: the part is, or left as it is where there is no room', () => {
  const fill = (size: number) => doc(blocks('x'.repeat(size)));
  const long = withBorders(doc(blocks(...Array.from({ length: 20 }, () => 'y'.repeat(900)))), 'en');
  const put = putPart(fill(25_000), long, false);
  expect(sizeOf(put)).toBeLessThanOrEqual(maxAdfLength);
  expect(content(put).at(-1)).toEqual(fill(25_000).content[0]);
  expect(content(put).length).toBeGreaterThan(4);
  const full = fill(maxAdfLength - 500);
  expect(putPart(full, part, false)).toBe(full);
});

test.each([
  ['the part alone where people write around it', 'append', blocks('theirs'), 'ours'],
  ['the part alone where nobody did', 'replace', [], 'ours'],
] as const)('what a description says is %s', (_what, mode, around, words) => {
  expect(readDescription(doc([...part.content, ...around] as never), mode)).toBe(words);
});

test('where the app replaces all, what people wrote around its part counts too', () => {
  const above = doc([...blocks('theirs'), ...part.content] as never);
  const below = doc([...part.content, ...blocks('theirs')] as never);
  for (const raw of [above, below]) {
    expect(readDescription(raw, 'replace')).toBe(plainText(raw));
    expect(readDescription(raw, 'append')).toBe('ours');
  }
});

test('a description without a part is read whole', () => {
  expect(readDescription(doc(blocks('theirs')), 'append')).toBe('theirs');
});
