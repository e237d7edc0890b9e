import { expand, link, listItem, orderedList, paragraph, text } from '../../../src/mappings/adf/adf';
import { definitionsFor, definitionsIn } from '../../../src/mappings/adf/definitions';
import { markdownToBlocks } from '../../../src/mappings/adf/markdown-to-adf';
import { splitMarkdown } from '../../../src/mappings/adf/pieces';

const hardBreak = { type: 'hardBreak' } as const;
const p = (words: string) => paragraph(words);

test.each([
  ['x<!-- a -->y<!-- b -->z', [p('xyz')]],
  ['x<!-- a', [p('x<!-- a')]],
  ['<i>x</i><!---->y', [p('<i>x</i>y')]],
  [
    '<div>\nx --> y <!-- z\n</div>',
    [paragraph([...text('<div>'), hardBreak, ...text('x --> y <!-- z'), hardBreak, ...text('</div>')])],
  ],
  ['<div><!-- a --><!-- b\n</div>', [paragraph([...text('<div><!-- b'), hardBreak, ...text('</div>')])]],
  ['<div><!--> x\n--></div>', [p('<div></div>')]],
])('comments of HTML are not shown, and what is none is: %j', (markdown, blocks) => {
  expect(markdownToBlocks(markdown)).toEqual(blocks);
});

describe('a fold', () => {
  test.each<[string, string, unknown]>([
    [
      'with attributes',
      '<details open class="x">\n<summary>a</summary>\n\nb\n\n</details>',
      [expand('a', [p('b')])],
    ],
    ['in capitals', '<DETAILS><SUMMARY>a</SUMMARY>\n\nb\n\n</DETAILS>', [expand('a', [p('b')])]],
    [
      'with spaces around its title',
      '<details>\n<summary>\n a \n</summary>\n\nb\n\n</details>',
      [expand('a', [p('b')])],
    ],
    [
      'whose title is long',
      `<details><summary>${'a'.repeat(201)}</summary>\n\nb\n\n</details>`,
      [expand('a'.repeat(200), [p('b')])],
    ],
    [
      'with words of HTML',
      '<details><summary>a</summary>\n<b>b</b>\n\n</details>',
      [expand('a', [p('<b>b</b>')])],
    ],
    [
      'that ends with words before it',
      '<details>\n\na\n\n<p>b</p></details>\n\nc',
      [expand('', [p('a'), p('<p>b</p>')]), p('c')],
    ],
    ['that ends with spaces', '<details>\n\na\n\n</details>  \n\nb', [expand('', [p('a')]), p('b')]],
    [
      'that only seems to end',
      '<details>\n\na\n\n</details> b\n\nc',
      [expand('', [p('a'), p('</details> b'), p('c')])],
    ],
    [
      'in a fold without a title',
      '<details>\n\na\n\n<details>\n\nb\n\n</details>\n\n</details>',
      [expand('', [p('a'), p('b')])],
    ],
    [
      'behind another',
      '<details>\n\na\n\n</details>\n\n<details>\n\nb\n\n</details>',
      [expand('', [p('a')]), expand('', [p('b')])],
    ],
    ['of a like name', '<detailsx>\n\na', [p('<detailsx>'), p('a')]],
    ['within words', '<div><details>\n\na', [p('<div><details>'), p('a')]],
  ])('%s', (_what, markdown, blocks) => {
    expect(markdownToBlocks(markdown)).toEqual(blocks);
  });
});

test.each([
  ['[a](https://a.example "t")', [paragraph(link('a', 'https://a.example'))]],
  [
    '[see ![](https://a.example/p)](https://b.example)',
    [paragraph(link('see https://a.example/p', 'https://b.example'))],
  ],
  [
    '[see https://a.example/ now](https://b.example)',
    [paragraph(link('see https://a.example/ now', 'https://b.example'))],
  ],
  [
    '**![ ](https://a.example/p)**',
    [paragraph(link('https://a.example/p', 'https://a.example/p', [{ type: 'strong' }]))],
  ],
  ['1234567890) a', [p('1234567890) a')]],
  ['12) a', [orderedList([listItem([p('a')])], 12)]],
  ['plain  ', [p('plain')]],
  ['a\rb', [p('a b')]],
  ['```\ra\r\n```', [{ type: 'codeBlock', content: text('a') }]],
  ['see www.a.example', [paragraph([...text('see '), ...link('www.a.example', 'http://www.a.example')])]],
  ['\u00a0a', [p('\u00a0a')]],
])('%j reads as it should', (markdown, blocks) => {
  expect(markdownToBlocks(markdown)).toEqual(blocks);
});

describe('definitions of references', () => {
  const all = definitionsIn(
    [
      ...['[One  two]: https://a.example/1', '   [b]:https://a.example/2', '[b]: https://a.example/3'],
      ...['    [code]: https://a.example/4', 'in [words]: https://a.example/5', '[^1]: a note', '[empty]:'],
      ...['[a\\]b]: https://a.example/6', '[c]:\thttps://a.example/7  '],
    ].join('\n'),
  );

  test('are found at the beginning of lines, the first of each name', () => {
    expect([...all]).toEqual([
      ['one two', '[One  two]: https://a.example/1'],
      ['b', '[b]:https://a.example/2'],
      ['a\\]b', '[a\\]b]: https://a.example/6'],
      ['c', '[c]:\thttps://a.example/7'],
    ]);
  });

  test('are given to the pieces that use them, each once', () => {
    expect(definitionsFor('[ONE\n two ], [x][b] and [B] [none]', all)).toEqual([
      '[One  two]: https://a.example/1',
      '[b]:https://a.example/2',
    ]);
    expect(definitionsFor('[b]', new Map())).toEqual([]);
  });

  test('are at most five hundred', () => {
    const many = Array.from({ length: 501 }, (_, n) => `[n${String(n)}]: https://a.example/`).join('\n');
    expect(definitionsIn(many).size).toBe(500);
  });
});

describe('a long text', () => {
  const long = (start: string, length = 600) =>
    start
      .padEnd(length, ' word')
      .slice(0, length - 1)
      .padEnd(length - 1, 'x');
  const pieces = (...blocks: string[]) => splitMarkdown(blocks.join('\n\n')).length;

  test('is split once a piece is 600 characters long, with its line ends', () => {
    const behind = (length: number) => pieces(long('a', length), 'b');
    expect([598, 599, 600].map(behind)).toEqual([1, 2, 2]);
  });

  test('is split behind blank lines only, also such with spaces, and has no empty pieces', () => {
    expect(splitMarkdown(`${long('a')}\nb`)).toHaveLength(1);
    expect(splitMarkdown(`${long('a')}\n \t\nb\n\n\n`)).toEqual([long('a'), 'b']);
    expect(splitMarkdown('\n\n')).toEqual([]);
  });

  test.each([
    ['words', 'b', 2],
    ['a heading', '# b', 2],
    ['a rule of HTML', '<hr>', 2],
    ['a word that begins with a number', '1.5 b', 2],
    ['a strong word', '**b**', 2],
    ['an item', '- b', 1],
    ['an empty item', '+', 1],
    ['a number', '123456789. b', 1],
    ['a number with a bracket', '1) b', 1],
    ['an empty number', '1.', 1],
    ['a quotation', '> b', 1],
    ['an indented line', ' b', 1],
    ['a line with a tab', '\tb', 1],
  ])('is split before %s, unless it goes on with what was open: %j', (_what, next, count) => {
    expect(pieces(long('a'), next)).toBe(count);
  });

  test.each([
    ['a fence', '```js', '```', 1],
    ['a longer fence', '~~~~', '~~~~~', 1],
    ['an indented fence', '   ```', '```', 1],
    ['two signs', '``', '``', 2],
    ['a fence within words', 'a ```', '```', 2],
    ['a comment', '<!-- a', '-->', 1],
    ['a comment of one line', '<!-- a -->', '', 2],
    ['an instruction', '<?php', '?>', 1],
    ['a declaration', '<!DOCTYPE', '>', 1],
    ['what is no declaration', '<!1', '', 2],
    ['raw data', '<![CDATA[', ']]>', 1],
    ['a script', '<script', '</script>', 1],
    ['a script with attributes', '<SCRIPT async', '</SCRIPT>', 1],
    ['a tag of a like name', '<scripted', '', 2],
    ['a tag', '<div', '', 2],
    ['a script within words', 'a <script', '', 2],
    ['a fold', '<details open>', '</details>', 1],
    ['an indented fold', '  <DETAILS>', '</DETAILS>  ', 1],
    ['a fold of one line', '<details><summary>a</summary>b</details> ', '', 2],
    ['a fold within words', 'a <details>', '', 2],
    ['a tag that is called like a fold', '<detailsx>', '', 2],
  ])('is not split within %s: %j to %j', (_what, open, close, count) => {
    expect(pieces(open, long('a'), 'b') === 1 ? 1 : 2).toBe(count);
    if (count === 1 && close !== '') expect(pieces(open, long('a'), close, long('b'), 'c')).toBe(3);
  });

  test.each([
    ['a fence of another sign', '```', '~~~'],
    ['a shorter fence', '````', '```'],
    ['a fence in a fold', '<details>', '```'],
    ['the end of another', '<details>', '</details> and more'],
    ['a fold in a fence', '```', '<details>'],
  ])('is not split behind %s within another', (_what, open, other) => {
    expect(pieces(open, other, long('a'), 'b')).toBe(1);
  });
});
