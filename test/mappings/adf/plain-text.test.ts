import {
  doc,
  expand,
  heading,
  isDocument,
  link,
  mention,
  paragraph,
  text,
} from '../../../src/mappings/adf/adf';
import { webAddress } from '../../../src/mappings/adf/legal';
import { placeMentions } from '../../../src/mappings/adf/place-mentions';
import { plainText } from '../../../src/mappings/adf/plain-text';
import type { AdfBlock } from '../../../src/mappings/adf/types';
import { signOf } from '../../../src/core/comments/mention-signs';
import {
  blockquote,
  bulletList,
  codeBlock,
  listItem,
  orderedList,
  panel,
  rule,
  table,
  tableRow,
} from '../../../src/mappings/adf/adf';
import { adfErrors } from '../../support/adf-schema';

test.each<[unknown, string]>([
  [doc([paragraph(' a \n b'), paragraph(link('c', 'https://a.example/'))]), 'a b c https://a.example/'],
  [doc([expand(' More ', [heading(2, 'In'), paragraph('it')])]), 'More In it'],
  [doc([]), ''],
  ['text', ''],
  [null, ''],
  [{ type: 'doc', content: 'x' }, ''],
  [{ type: 'doc', content: [null, 5, { text: 5 }, { text: 'a', marks: 'x' }] }, 'a'],
  [
    { text: 'a', marks: [null, 5, {}, { attrs: null }, { attrs: 5 }, { attrs: {} }, { attrs: { href: 5 } }] },
    'a',
  ],
  [{ text: 'a', marks: [{ attrs: { href: 'b' } }, { attrs: { href: 'c' } }] }, 'a b c'],
  [{ type: 'expand', attrs: null }, ''],
  [{ type: 'expand', attrs: 5 }, ''],
  [{ type: 'expand', attrs: {} }, ''],
  [{ type: 'expand', attrs: { title: 5 } }, ''],
  [{ type: 'expand' }, ''],
  [{ type: 'panel', attrs: { title: 'a' } }, ''],
])('of %j people read %j', (document, words) => {
  expect(plainText(document)).toBe(words);
});

test.each([
  [doc([]), true],
  [{ content: 'x' }, false],
  [{}, false],
  [null, false],
  ['content', false],
  [undefined, false],
])('%j is a document: %s', (value, isOne) => {
  expect(isDocument(value)).toBe(isOne);
});

test('an address is at most 4,096 characters long, however it is written', () => {
  const address = (length: number) => 'https://a.example/'.padEnd(length, 'x');
  expect(webAddress(address(4_096))).toBe(address(4_096));
  expect(webAddress(address(4_097))).toBeUndefined();
  expect(webAddress(`https://a.example/${'ß'.repeat(700)}`)).toBeUndefined();
});

test('every end of a line in a text is a space', () => {
  expect(text('a\rb\r\nc\nd')).toEqual([{ type: 'text', text: 'a b c d' }]);
});

describe('people in the blocks of a comment', () => {
  const people = [{ text: '@Ada', accountId: 'a-1' }, { text: '@Bo' }];
  const [ada, bo, nobody] = [signOf(0), signOf(1), signOf(2)];
  const ofAda = { ...mention('a-1', 'Ada') };
  const line = (sign: string) => paragraph(`Hi ${sign}!`);
  const named = paragraph([...text('Hi '), ofAda, ...text('!')]);
  const code = (words: string) => text(words, [{ type: 'code' }]);

  test.each<[string, AdfBlock, AdfBlock]>([
    ['a paragraph', line(ada), named],
    ['one without an account', line(bo), paragraph([...text('Hi '), ...text('@Bo'), ...text('!')])],
    ['one whom nobody knows', line(nobody), paragraph([...text('Hi '), ...text('!')])],
    ['a heading', heading(2, ada), heading(2, [ofAda])],
    ['a list', bulletList([listItem([line(ada)])]), bulletList([listItem([named])])],
    ['a numbered list', orderedList([listItem([line(ada)])], 3), orderedList([listItem([named])], 3)],
    ['a quotation', blockquote([line(ada)]), blockquote([named])],
    ['a fold', expand('T', [line(ada), rule()]), expand('T', [named, rule()])],
    ['a panel', panel('info', [line(ada)]), panel('info', [named])],
    ['a table', table([tableRow([`Hi ${ada}!`])]), table([tableRow([named.content])])],
    ['code', codeBlock(`Hi ${ada}`, 'js'), codeBlock('Hi @Ada', 'js')],
    ['code in a line', paragraph(code(ada)), paragraph(code('@Ada'))],
    [
      'an address',
      paragraph(link(`to ${ada}`, `https://a.example/${ada}`)),
      paragraph(link('to @Ada', 'https://a.example/@Ada')),
    ],
    [
      'strong words, of which the mention is none',
      paragraph(text(`a ${ada}${bo}`, [{ type: 'strong' }])),
      paragraph([...text('a ', [{ type: 'strong' }]), ofAda, ...text('@Bo', [{ type: 'strong' }])]),
    ],
    [
      'beside a line break',
      paragraph([{ type: 'hardBreak' }, ...text('a')]),
      paragraph([{ type: 'hardBreak' }, ...text('a')]),
    ],
  ])('stand in %s', (_what, block, expected) => {
    const placed = placeMentions(block, people);
    expect(placed).toEqual(expected);
    expect(adfErrors(doc([placed]))).toEqual([]);
  });

  test('who is not named leaves a text as it is', () => {
    const block = paragraph(link('a', 'https://a.example/'));
    expect(placeMentions(block, people).content[0]).toBe(block.content[0]);
  });
});
