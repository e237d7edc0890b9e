import { markdownToAdf, markdownToBlocks } from '../../../src/mappings/adf/markdown-to-adf';
import { adfErrors, nodesOf, plainText } from '../../support/adf-schema';

const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const t = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const to = (href: string) => ({ type: 'link', attrs: { href } });
const [strong, em, strike, code] = ['strong', 'em', 'strike', 'code'].map((type) => ({ type }));
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const bullets = (...items: unknown[][]) => ({
  type: 'bulletList',
  content: items.map((one) => item(...one)),
});
const tableOf = (...rows: unknown[][]) => ({
  type: 'table',
  content: rows.map((cells, index) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type: index === 0 ? 'tableHeader' : 'tableCell', content: [cell] })),
  })),
});

describe('each kind of Markdown becomes its kind of ADF', () => {
  const table: [string, string, unknown[]][] = [
    [
      'a heading',
      '## What *is* it',
      [{ type: 'heading', attrs: { level: 2 }, content: [t('What '), t('is', em), t(' it')] }],
    ],
    [
      'marks',
      '**a** *b* ~~c~~ `d`',
      [p(t('a', strong), t(' '), t('b', em), t(' '), t('c', strike), t(' '), t('d', code))],
    ],
    ['marks in each other', '**a *b***', [p(t('a ', strong), t('b', strong, em))]],
    ['code within strong text, which ADF forbids', '**`a`**', [p(t('a', code))]],
    ['code within a link', '[`a`](https://a.example/)', [p(t('a', to('https://a.example/'), code))]],
    ['a line end', 'one\ntwo', [p(t('one two'))]],
    ['a hard break', 'one\\\ntwo', [p(t('one'), { type: 'hardBreak' }, t('two'))]],
    [
      'a fold',
      '<details>\n<summary>The <b>steps</b></summary>\n\n# a\n\n1. b\n\n</details>\n\nc',
      [
        {
          type: 'expand',
          attrs: { title: 'The steps' },
          content: [
            { type: 'heading', attrs: { level: 1 }, content: [t('a')] },
            { type: 'orderedList', content: [item(p(t('b')))] },
          ],
        },
        p(t('c')),
      ],
    ],
    [
      'a fold of one line',
      '<details><summary>a</summary>b</details>\n\nc',
      [{ type: 'expand', attrs: { title: 'a' }, content: [p(t('b'))] }, p(t('c'))],
    ],
    [
      'a fold in a fold, which ADF does not know',
      '<details>\n\na\n\n<details><summary>b</summary>\n\nc\n\n</details>\n\nd\n\n</details>\n\ne',
      [
        {
          type: 'expand',
          attrs: { title: '' },
          content: [p(t('a')), p(t('b', strong)), p(t('c')), p(t('d'))],
        },
        p(t('e')),
      ],
    ],
    [
      'a fold that never ends',
      'a\n\n<details><summary>b</summary>\n\nc\n\nd',
      [p(t('a')), { type: 'expand', attrs: { title: 'b' }, content: [p(t('c')), p(t('d'))] }],
    ],
    ['the end of no fold', 'a\n\n</details>\n\nb', [p(t('a')), p(t('</details>')), p(t('b'))]],
    ['an empty fold', '<details><summary>a</summary>\n\n</details>\n\nb', [p(t('b'))]],
    ['a rule', '---', [{ type: 'rule' }]],
    [
      'code with a language',
      '```JS\na  b\n\nc\n```',
      [{ type: 'codeBlock', attrs: { language: 'js' }, content: [t('a  b\n\nc')] }],
    ],
    [
      'code with something that is no language',
      '``` {.x}\na\n```',
      [{ type: 'codeBlock', content: [t('a')] }],
    ],
    ['an empty code block', '```\n```', [{ type: 'codeBlock', content: [] }]],
    ['a quotation', '> a\n>\n> b', [{ type: 'blockquote', content: [p(t('a')), p(t('b'))] }]],
    ['quotations in each other', '> > a', [{ type: 'blockquote', content: [p(t('a'))] }]],
    ['a heading in a quotation', '> # a', [{ type: 'blockquote', content: [p(t('a', strong))] }]],
    ['an empty quotation', '>', []],
    ['bullets', '- a\n- b', [{ type: 'bulletList', content: [item(p(t('a'))), item(p(t('b')))] }]],
    [
      'numbers from three',
      '3. a',
      [{ type: 'orderedList', attrs: { order: 3 }, content: [item(p(t('a')))] }],
    ],
    [
      'a list in a list',
      '- a\n  1. b',
      [
        {
          type: 'bulletList',
          content: [item(p(t('a')), { type: 'orderedList', content: [item(p(t('b')))] })],
        },
      ],
    ],
    [
      'a list that begins with a list',
      '- - a',
      [{ type: 'bulletList', content: [item(p(), { type: 'bulletList', content: [item(p(t('a')))] })] }],
    ],
    ['an empty item', '-', [{ type: 'bulletList', content: [item(p())] }]],
    [
      'tasks',
      '- [ ] a\n- [x] b',
      [{ type: 'bulletList', content: [item(p(t('☐ '), t('a'))), item(p(t('☑ '), t('b')))] }],
    ],
    [
      'a table',
      '| a | b |\n|---|---|\n| `1` | |',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', content: [p(t('a'))] },
                { type: 'tableHeader', content: [p(t('b'))] },
              ],
            },
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', content: [p(t('1', code))] },
                { type: 'tableCell', content: [p()] },
              ],
            },
          ],
        },
      ],
    ],
    [
      'a table in a list',
      '- | a | b |\n  |---|---|\n  | 1 | 2 |',
      [{ type: 'bulletList', content: [item(p(t('a'), t(' | '), t('b')), p(t('1'), t(' | '), t('2')))] }],
    ],
    ['a link', '[a](https://a.example/x?y=1)', [p(t('a', to('https://a.example/x?y=1')))]],
    [
      'a bare address',
      'see https://a.example/x.',
      [p(t('see '), t('https://a.example/x', to('https://a.example/x')), t('.'))],
    ],
    ['a reference', '[a][b]\n\n> [b]: http://a.example/', [p(t('a', to('http://a.example/')))]],
    ['a reference to nowhere', '[a][b]', [p(t('[a][b]'))]],
    ['a picture', '![plan](https://a.example/p.png)', [p(t('plan', to('https://a.example/p.png')))]],
    [
      'a picture without words',
      '![](https://a.example/p.png)',
      [p(t('https://a.example/p.png', to('https://a.example/p.png')))],
    ],
    [
      'a picture in a link',
      '[![plan](https://a.example/p.png)](https://b.example/)',
      [p(t('plan', to('https://b.example/')))],
    ],
    ['a footnote', 'a[^1]\n\n[^1]: b', [p(t('a[1]')), p(t('[1] '), t('b'))]],
    ['a footnote by its name', 'a[^Note]\n\n[^Note]: b', [p(t('a[Note]')), p(t('[Note] '), t('b'))]],
    [
      'a footnote that begins with code',
      'a[^1]\n\n[^1]: ```\n    x\n    ```\n\n    b',
      [p(t('a[1]')), p(t('[1] ')), { type: 'codeBlock', content: [t('x')] }, p(t('b'))],
    ],
    [
      'an item that begins with code',
      '- ```\n  a\n  ```',
      [bullets([{ type: 'codeBlock', content: [t('a')] }])],
    ],
    ['a line in an item', '- a\n\n  ---\n  b', [bullets([p(t('a')), p(t('b'))])]],
    ['a quotation in an item', '- > a', [bullets([p(t('a'))])]],
    ['HTML in an item', '- <b>a', [bullets([p(t('<b>a'))])]],
    ['a task without words', '- [ ] a\n- b', [bullets([p(t('☐ '), t('a'))], [p(t('b'))])]],
    [
      'numbers from nought',
      '0. a',
      [{ type: 'orderedList', attrs: { order: 0 }, content: [item(p(t('a')))] }],
    ],
    [
      'strong text in a heading in a quotation',
      '> # **a**',
      [{ type: 'blockquote', content: [p(t('a', strong))] }],
    ],
    [
      'code with a language of many signs',
      '``` c++\n```',
      [{ type: 'codeBlock', attrs: { language: 'c++' }, content: [] }],
    ],
    ['code whose language begins with no letter', '``` 9x\n```', [{ type: 'codeBlock', content: [] }]],
    ['code whose language ends with no letter', '``` js{1}\n```', [{ type: 'codeBlock', content: [] }]],
    ['a link in a strong one', '[**a**](https://a.example/)', [p(t('a', to('https://a.example/'), strong))]],
    [
      'a picture by reference',
      '![plan][b]\n\n[b]: http://a.example/',
      [p(t('plan', to('http://a.example/')))],
    ],
    [
      'a picture by reference without words',
      '![][b]\n\n[b]: http://a.example/',
      [p(t('http://a.example/', to('http://a.example/')))],
    ],
    [
      'a reference defined twice, whose first definition counts',
      '[a][b]\n\n- [b]: http://a.example/\n\n[b]: http://b.example/',
      [p(t('a', to('http://a.example/'))), bullets([p()])],
    ],
    ['a line break in words of HTML', 'a<BR >b', [p(t('a'), { type: 'hardBreak' }, t('b'))]],
    ['a comment of several lines', '<!-- a\nb --><i>c', [p(t('<i>c'))]],
    [
      'a row with fewer cells',
      '| a | b |\n|---|---|\n| 1 |',
      [tableOf([p(t('a')), p(t('b'))], [p(t('1')), p()])],
    ],
    ['HTML', '<b>a</b>', [p(t('<b>a</b>'))]],
    [
      'a block of HTML',
      '<div>\na\n</div>',
      [p(t('<div>'), { type: 'hardBreak' }, t('a'), { type: 'hardBreak' }, t('</div>'))],
    ],
    ['line breaks of HTML', 'a<br/>b', [p(t('a'), { type: 'hardBreak' }, t('b'))]],
    ['a comment', '<!-- a -->', []],
    ['nothing', ' \n ', []],
    ['characters that Jira cannot store', 'a\u0001b\uFFFEc', [p(t('abc'))]],
  ];

  test.each(table)('%s', (_, markdown, content) => {
    const document = markdownToAdf(markdown);
    expect(document).toEqual({ version: 1, type: 'doc', content });
    expect(adfErrors(document)).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'mailto:a@b.example',
    '/secure/admin',
    'data:text/html,x',
    '//a.example',
    'https://',
    'file:///etc/passwd',
    'vbscript:x',
    'xhttps://a.example',
  ])('a link to %s becomes text', (href) => {
    expect(markdownToBlocks(`[a](${href})`)).toEqual([p(t('a'))]);
  });

  test('an address with letters of other scripts is percent-encoded', () => {
    expect(markdownToBlocks('[a](https://a.example/straße)')).toEqual([
      p(t('a', to('https://a.example/stra%C3%9Fe'))),
    ]);
  });

  test('an address in capitals is one', () => {
    expect(markdownToBlocks('[a](HTTPS://a.example/)')).toEqual([p(t('a', to('HTTPS://a.example/')))]);
  });

  test('what looks like a mention stays text', () => {
    expect(plainText(markdownToAdf('@admin and [~accountid:5b10]'))).toBe('@admin and [~accountid:5b10]');
  });

  test('half a character becomes the replacement character', () => {
    expect(plainText(markdownToAdf('a\uD83Db'))).toBe('a\uFFFDb');
  });

  test('lists deeper than Jira indents go on at the deepest level', () => {
    const markdown = Array.from(
      { length: 9 },
      (_, depth) => `${'  '.repeat(depth)}- level ${String(depth + 1)}`,
    ).join('\n');
    const document = markdownToAdf(markdown);
    expect(adfErrors(document)).toEqual([]);
    expect(nodesOf(document).filter(({ type }) => type === 'bulletList')).toHaveLength(6);
    expect(plainText(document)).toContain('level 9');
  });
});
