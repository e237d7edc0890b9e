import {
  blockquote,
  bulletList,
  codeBlock,
  doc,
  expand,
  heading,
  link,
  listItem,
  paragraph,
  rule,
  table,
  tableRow,
  text,
} from '../../../src/mappings/adf/adf';
import { adfErrors } from '../../support/adf-schema';
import { blocksOf, code, scope, strong, templates } from './example';

const hardBreak = { type: 'hardBreak' } as const;
const lines = (...words: string[]) =>
  words.flatMap((word, index) => [...(index > 0 ? [hardBreak] : []), ...(word === '' ? [] : text(word))]);
const some = [...text('Some '), ...strong('bold'), ...text(' text.')];
const values = { attributes: { two: '\r\none\rtwo\n', blank: ' ', none: '' } };
const [two, blank, none] = ['two', 'blank', 'none'].map((name) => `{{ finding.attributes.${name} }}`);
const address = 'https://portal.example.com/F-1';

test.each([
  ['of a paragraph', `a ${two}`, [paragraph(lines('a ', 'one', 'two'))]],
  ['of a list', `- ${two}`, [bulletList([listItem([paragraph(lines('one', 'two'))])])]],
  ['of a quotation', `> ${two}`, [blockquote([paragraph(lines('one', 'two'))])]],
  [
    'that is strong',
    `- **${two}**`,
    [bulletList([listItem([paragraph([...strong('one'), hardBreak, ...strong('two')])])])],
  ],
  ['of code', `\`\`\`\n${two}\n\`\`\``, [codeBlock('\none\ntwo\n\n')]],
])('lines of a value stay lines in what is left %s', (_what, template, expected) => {
  const trimmed = { attributes: { two: '\r\none\rtwo\n\n' } };
  expect(blocksOf(template, trimmed)).toEqual(expected);
});

test.each([
  ['a heading', `## a ${two}`, [heading(2, 'a  one two ')]],
  ['code within a line', `\`${two}\``, [paragraph(code(' one two '))]],
  [
    'a cell',
    `| A |\n| --- |\n| ${two} |`,
    [table([tableRow(['A'], 'tableHeader'), tableRow([' one two '])])],
  ],
])('lines of a value are words in %s', (_what, template, expected) => {
  expect(blocksOf(template, values)).toEqual(expected);
});

test.each([
  ['a heading', `# ${blank}${none}`, []],
  ['a paragraph', `**${blank}**${none}`, []],
  ['a quotation', `> ${none}`, []],
  ['a fold', `<details><summary>T</summary>\n\n${none}\n\n</details>`, []],
  ['code', `\`\`\`\n${none}\n\`\`\``, [codeBlock('')]],
])('of %s nothing is left without its values', (_what, template, expected) => {
  expect(blocksOf(template, values)).toEqual(expected);
});

test.each([
  [`# a **${blank}**`, [heading(1, [...text('a '), ...strong(' ')])]],
  [`- a **${blank}**`, [bulletList([listItem([paragraph([...text('a '), ...strong(' ')])])])]],
  [
    `<details><summary>T ${two}</summary>\n\n## In\n\n${blank}\n\nit\n\n</details>`,
    [expand('T \r\none\rtwo\n', [heading(2, 'In'), paragraph('it')])],
  ],
  ['a\n\n---\n\nb', [paragraph('a'), rule(), paragraph('b')]],
  ['a  \nb', [paragraph(lines('a', 'b'))]],
  [`> a\n>\n> ${none}`, [blockquote([paragraph('a')])]],
])('what has something to say beside an empty value stays: %j', (template, expected) => {
  expect(blocksOf(template, values)).toEqual(expected);
});

test.each([
  ['|  |  |\n| --- | --- |\n| a | b |', [table([tableRow(['a', 'b'])])]],
  ['| A |  |\n| --- | --- |\n| a | b |', [table([tableRow(['A', []], 'tableHeader'), tableRow(['a', 'b'])])]],
  ['|  |\n| --- |', [table([tableRow([[]], 'tableHeader')])]],
])('a row of titles goes that has none, where others follow: %j', (template, expected) => {
  expect(blocksOf(template)).toEqual(expected);
});

test.each([
  ['![shot]({{ finding.url }})', [paragraph(link('shot', address))]],
  ['![]({{ finding.url }})', [paragraph(link(address, address))]],
  [
    '[a](https://a.example) [b]({{ finding.url }})',
    [paragraph([...link('a', 'https://a.example'), ...text(' '), ...link('b', address)])],
  ],
  [
    '[{{ finding.url }}]({{ finding.url }}?x={{ finding.id }})',
    [paragraph(link(address, `${address}?x=F-1`))],
  ],
  ['- [a]({{ finding.absent }})', [bulletList([listItem([paragraph('a')])])]],
])('an address is looked at once its values are known: %s', (template, expected) => {
  expect(blocksOf(template)).toEqual(expected);
});

test('values are told apart however many there are', () => {
  const all = Array.from({ length: 12 }, (_, index) => `{{ ${String(index)} }}`).join('/');
  expect(blocksOf(all)).toEqual([paragraph('0/1/2/3/4/5/6/7/8/9/10/11')]);
});

test('nobody speaks for a value by writing its place holder', () => {
  expect(blocksOf('\uFDD07\uFDD1x')).toEqual([paragraph('x')]);
  const title = 'a\uFDD00\uFDD1b';
  expect(blocksOf('{{ finding.id }}: **{{ finding.title }}**', { title })).toEqual([
    paragraph([...text('F-1: '), ...strong(title)]),
  ]);
});

describe('a Markdown field', () => {
  test.each([
    [
      'in code is words',
      '`{{ finding.description }}`',
      [paragraph(code('Some **bold** text.  # And a heading'))],
    ],
    [
      'in a list is words',
      '- {{ finding.description | truncate: 6 }}',
      [bulletList([listItem([paragraph('Some …')])])],
    ],
    ['alone is its blocks', '{{ finding.description }}', [paragraph(some), heading(1, 'And a heading')]],
    [
      'that begins with another block ends the line before it',
      'a {{ finding.remediation }} b',
      [paragraph('a '), rule(), paragraph([...text('so'), ...text(' b')])],
    ],
    [
      'behind a value runs on with it',
      '{{ finding.id }}{{ finding.description }}',
      [paragraph([...text('F-1'), ...some]), heading(1, 'And a heading')],
    ],
    [
      'between values leaves them their places',
      '{{ finding.id }}, {{ finding.absent }}{{ finding.remediation }}**{{ finding.id }}**',
      [paragraph('F-1, '), rule(), paragraph([...text('so'), ...strong('F-1')])],
    ],
    [
      'begins a line where nothing before it is seen',
      ' {{ finding.absent }}**{{ finding.absent }}**\n{{ finding.description }}\n{{ finding.absent }}',
      [paragraph(some), heading(1, 'And a heading')],
    ],
  ])('%s', (_what, template, expected) => {
    const blocks = blocksOf(template, { remediation: '---\n\nso' });
    expect(blocks).toEqual(expected);
    expect(adfErrors(doc(blocks as never))).toEqual([]);
  });

  const proseOf = (template: string, more = {}) => {
    const written = templates.document(template, scope(more));
    return written.ok ? [written.prose, written.blocks.length] : written;
  };

  test.each([
    ['{{ finding.title }}\n\nb', 0, 2],
    ['a\n\n{{ finding.description }}\n\nb', 3, 4],
    ['a {{ finding.description }}', 2, 2],
    ['{{ finding.description }}\n\nb\n\n{{ finding.description }}\n\nc\n\nd', 5, 7],
  ])('tells how far the prose reaches: %j', (template, prose, blocks) => {
    expect(proseOf(template)).toEqual([prose, blocks]);
  });

  test('is not read behind prose that fills the field by itself', () => {
    const long = 'word '.repeat(6_600);
    const template = '{{ finding.description }}\n\n{{ finding.remediation }}\n\nb';
    expect(proseOf(template, { description: long, remediation: 'a\n\nb' })).toEqual([1, 2]);
    expect(proseOf(template, { description: 'short', remediation: 'a\n\nb' })).toEqual([3, 4]);
    expect(proseOf(template, { description: 'short', remediation: long })).toEqual([2, 3]);
  });
});
