import {
  type AdfBlock,
  blockquote,
  bulletList,
  codeBlock,
  doc,
  heading,
  link,
  listItem,
  orderedList,
  panel,
  paragraph,
  rule,
  table,
  tableRow,
  text,
} from '../../../src/mappings/adf/adf';
import { truncateAdf } from '../../../src/mappings/adf/truncate-adf';
import { adfErrors, nodesOf, plainText } from '../../support/adf-schema';

const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `word${String(index)}`).join(' ');
const more = { text: 'Read the rest', href: 'https://portal.example/f/1' };
const size = (value: unknown) => JSON.stringify(value).length;

test('the schema behind these tests refuses what is no ADF', () => {
  const invalid = [
    doc([bulletList([])]),
    doc([{ type: 'paragraph', content: [{ type: 'text', text: '' }] }]),
    doc([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'a', marks: [{ type: 'code' }, { type: 'strong' }] }],
      },
    ]),
    { ...doc([]), version: 2 },
  ];
  expect(invalid.map(adfErrors)).not.toContainEqual([]);
});

test('a document that fits is returned as it is', () => {
  const document = doc([paragraph('short')]);
  expect(truncateAdf(document, { more })).toBe(document);
});

test('a document of exactly the limit is not cut, one character less cuts it', () => {
  const document = doc([paragraph(words(300))]);
  expect(truncateAdf(document, { limit: size(document) })).toBe(document);
  expect(truncateAdf(document, { limit: size(document) - 1 })).not.toEqual(document);
});

test('what is cut ends with the link to the rest', () => {
  const cut = truncateAdf(doc(Array.from({ length: 500 }, () => paragraph(words(20)))), { more });
  expect(cut.content.at(-1)).toEqual(paragraph([...text('… '), ...link(more.text, more.href)]));
  expect(size(cut)).toBeLessThanOrEqual(32_767);
  expect(size(cut)).toBeGreaterThan(32_500);
});

test('a link to the rest that is no web address becomes words', () => {
  const cut = truncateAdf(doc([paragraph(words(900))]), {
    limit: 1_000,
    more: { text: 'Rest', href: 'javascript:x' },
  });
  expect(nodesOf(cut).every(({ marks }) => marks === undefined)).toBe(true);
  expect(plainText(cut).endsWith('… Rest')).toBe(true);
});

const long: [string, AdfBlock][] = [
  ['paragraph', paragraph(words(900))],
  ['heading', heading(2, words(900))],
  ['codeBlock', codeBlock(words(900).replaceAll(' ', '\n'), 'js')],
  ['bulletList', bulletList(Array.from({ length: 90 }, () => listItem([paragraph(words(10))])))],
  [
    'orderedList',
    orderedList([listItem([paragraph('first'), bulletList([listItem([paragraph(words(900))])])])], 4),
  ],
  ['blockquote', blockquote([paragraph(words(20)), paragraph(words(900))])],
  ['panel', panel('warning', [heading(3, 'Careful'), paragraph(words(900))])],
  [
    'table',
    table([
      tableRow(['a', 'b'], 'tableHeader'),
      ...Array.from({ length: 90 }, () => tableRow(['1', words(5)])),
    ]),
  ],
];
test.each(long)('a long %s keeps its beginning', (type, block) => {
  const cut = truncateAdf(doc([paragraph('before'), block, paragraph('after')]), { limit: 2_000, more });
  expect(adfErrors(cut)).toEqual([]);
  expect(size(cut)).toBeLessThanOrEqual(2_000);
  expect(size(cut)).toBeGreaterThan(1_700);
  expect(cut.content.map((node) => node.type)).toEqual(['paragraph', type, 'paragraph']);
  expect(plainText(cut)).not.toContain('after');
});

test('a text is cut between words and never in half a character', () => {
  const prose = plainText(truncateAdf(doc([paragraph(words(900))]), { limit: 500 }));
  expect(prose).toMatch(/ word\d+…\n…$/);
  const faces = plainText(truncateAdf(doc([paragraph('😀'.repeat(900))]), { limit: 501 }));
  expect(faces).toMatch(/^(?:😀)+…\n…$/u);
});

test('a rule where nothing fits any more is left out', () => {
  const cut = truncateAdf(doc([paragraph(words(120)), ...Array.from({ length: 90 }, rule)]), {
    limit: 1_200,
  });
  expect(adfErrors(cut)).toEqual([]);
  expect(size(cut)).toBeLessThanOrEqual(1_200);
});
