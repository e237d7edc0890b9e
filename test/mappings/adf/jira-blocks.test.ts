import { type Adf, item, node, p, text, written } from './jira-nodes';

const list = (...content: Adf[]) => node('bulletList', content);
const ordered = (order: unknown) => node('orderedList', [item(p('a'))], { order });

test.each([
  [1, '# a'],
  [6, '###### a'],
  [7, '###### a'],
  [0, '###### a'],
  ['2', '## a'],
])('a heading of level %j is one that Markdown knows', (level, markdown) => {
  expect(written(node('heading', [text('a')], { level }))).toBe(markdown);
});

test.each([
  [0, '0. a'],
  [7, '7. a'],
  [899_999_999, '899999999. a'],
  [900_000_000, '1. a'],
  [-1, '1. a'],
  [1.5, '1. a'],
  ['x', '1. a'],
  [undefined, '1. a'],
])('a list that counts from %j counts from what Markdown takes', (order, markdown) => {
  expect(written(ordered(order))).toBe(markdown);
});

test.each([
  ['info', '> [!NOTE]\n> a'],
  ['note', '> [!IMPORTANT]\n> a'],
  ['success', '> [!TIP]\n> a'],
  ['warning', '> [!WARNING]\n> a'],
  ['error', '> [!CAUTION]\n> a'],
  ['custom', '> a'],
])('a panel of the kind %s', (panelType, markdown) => {
  expect(written(node('panel', [p('a')], { panelType }))).toBe(markdown);
});

test.each<[string, Adf, string]>([
  [
    'a panel that begins with a list',
    node('panel', [list(item(p('a')))], { panelType: 'info' }),
    '> [!NOTE]\n>\n> - a',
  ],
  [
    'a panel of several paragraphs',
    node('panel', [p('a'), p('b')], { panelType: 'info' }),
    '> [!NOTE]\n> a\n>\n> b',
  ],
  ['an empty panel', node('panel', [p()], { panelType: 'info' }), ''],
  ['an empty quotation', node('blockquote', [p()]), ''],
  ['an empty heading', node('heading', [], { level: 1 }), ''],
  ['an empty list', list(), ''],
  ['an empty table', node('table', []), ''],
  ['a table whose rows are none', node('table', [p('a')]), ''],
  ['a fold without a title', node('expand', [p('a')], { title: ' ' }), 'a'],
  ['a fold whose title has spaces around it', node('expand', [p('a')], { title: ' T ' }), '**T**\n\na'],
  ['a fold in a cell', node('nestedExpand', [p('a')], { title: 'T' }), '**T**\n\na'],
  ['code of several texts', node('codeBlock', [text('a'), text('b')]), '```\nab\n```'],
  ['code of a language with signs', node('codeBlock', [text('a')], { language: 'C++' }), '```C++\na\n```'],
  ['code of what is no language', node('codeBlock', [text('a')], { language: 'a b' }), '```\na\n```'],
  [
    'code of a language of many letters',
    node('codeBlock', [text('a')], { language: 'x'.repeat(32) }),
    '```\na\n```',
  ],
  [
    'what stands in a line where blocks should',
    node('blockquote', [text('a'), text('b', 'strong'), p('c'), text('d')]),
    '> a**b**\n>\n> c\n>\n> d',
  ],
  [
    'a task that holds a block',
    node('taskList', [node('blockTaskItem', [p('a'), p('b')], { state: 'DONE' })]),
    '- [x] a\n\n  b',
  ],
  [
    'a decision that holds a list',
    node('decisionList', [node('decisionItem', [list(item(p('a')))])]),
    '- **Decision:**\n  - a',
  ],
  ['an empty decision', node('decisionList', [node('decisionItem', [])]), '- **Decision:**'],
  ['a list that begins with a list', list(list(item(p('a')))), '- - a'],
  ['an item that is none', list(p('a')), '- a'],
  ['a node that nobody knows, without anything in it', { type: 'novelty', text: 'a' }, 'a'],
])('%s', (_what, block, markdown) => {
  expect(written(block)).toBe(markdown);
});

describe('a table', () => {
  const cell = (...content: Adf[]) => node('tableCell', content);
  const head = (...content: Adf[]) => node('tableHeader', content);
  const tableOf = (...rows: Adf[][]) =>
    node(
      'table',
      rows.map((cells) => node('tableRow', cells)),
    );
  const headed = (...content: Adf[]) => tableOf([head(p('h'))], [cell(...content)]);
  const first = '| h |\n| - |\n';

  test.each<[string, Adf, string]>([
    ['a heading', node('heading', [text('a')], { level: 2 }), '**a**'],
    [
      'a line break in marks',
      p(text('a', 'strong'), { type: 'hardBreak', marks: [{ type: 'strong' }] }, text('b', 'strong')),
      '**a<br>b**',
    ],
    ['code with blank lines', node('codeBlock', [text('a\n \r\nb')]), '`a`<br>`b`'],
    ['a quotation', node('blockquote', [p('a'), p('b')]), 'a<br>b'],
    ['a panel', node('panel', [p('a')], { panelType: 'info' }), '[!NOTE] a'],
    [
      'tasks',
      node('taskList', [node('taskItem', [text('a')], { state: 'DONE' }), node('taskItem', [text('b')])]),
      '☑ a<br>☐ b',
    ],
    [
      'a numbered list',
      node('orderedList', [item(p('a'), p('b')), item(p('c'))], { order: 4 }),
      '4. a<br>b<br>5. c',
    ],
    ['an item without words', list(item(), item(p('a'))), '• <br>• a'],
    ['another table', tableOf([cell(p('a')), cell(p('b'))], [cell(p('c')), cell()]), ' | <br>a | b<br>c | '],
    ['a rule', node('rule', []), ''],
  ])('holds %s in a line', (_what, block, shown) => {
    const [, , row = ''] = written(headed(block)).split('\n');
    expect(
      row
        .replace(/^\| ?| ?\|$/g, '')
        .replaceAll('\\|', '|')
        .trim(),
    ).toBe(shown.trim());
  });

  test('has no row of titles but its own', () => {
    expect(written(headed(p('a')))).toBe(`${first}| a |`);
    expect(written(tableOf([cell(p('a'))], [cell(p('b'))]))).toBe('| |\n| - |\n| a |\n| b |');
    expect(written(tableOf([cell(p('a')), head(p('b'))], [head(p('c')), head(p())]))).toBe(
      '| a | b |\n| - | - |\n| **c** | |',
    );
  });

  test('knows nothing but rows', () => {
    expect(written(node('table', [p('x'), node('tableRow', [cell(p('a'))])]))).toBe('| |\n| - |\n| a |');
  });

  test.each<[string, object, string]>([
    ['two columns', { colspan: 2 }, '| h | | i |\n| - | - | - |\n| a | b | c |'],
    ['no columns', { colspan: 0 }, '| h | i | |\n| - | - | - |\n| a | b | c |'],
    ['half a column', { colspan: 1.5 }, '| h | i | |\n| - | - | - |\n| a | b | c |'],
    ['two rows', { rowspan: 2 }, '| h | i | | |\n| - | - | - | - |\n| | a | b | c |'],
    ['more rows than there are', { rowspan: 9 }, '| h | i | | |\n| - | - | - | - |\n| | a | b | c |'],
    [
      'two rows and columns',
      { colspan: 2, rowspan: 2 },
      '| h | | i | | |\n| - | - | - | - | - |\n| | | a | b | c |',
    ],
  ])('of which a cell spans %s keeps the others in their places', (_what, span, markdown) => {
    const spanning = { ...head(p('h')), attrs: span };
    const cells = ['a', 'b', 'c'].map((word) => cell(p(word)));
    expect(written(tableOf([spanning, head(p('i'))], cells))).toBe(markdown);
  });

  test('has empty cells where one of the row before reaches to its end', () => {
    const tall = { ...cell(p('t')), attrs: { rowspan: 2 } };
    expect(written(tableOf([cell(p('a')), tall], [cell(p('b'))], [cell(p('c')), cell(p('d'))]))).toBe(
      '| | |\n| - | - |\n| a | t |\n| b | |\n| c | d |',
    );
  });

  test('of more than two thousand cells is written row by row', () => {
    const wide = [{ ...cell(p('a')), attrs: { colspan: 199 } }, cell(p('b'))];
    const rows = (count: number) => written(tableOf(...Array.from({ length: count }, () => wide)));
    expect(rows(10).split('\n')).toHaveLength(12);
    expect(rows(10)).toMatch(/^\|[ |]*\n\|/);
    expect(rows(11)).toMatch(/^a \|[ |]* b\n\na \|/);
  });
});
