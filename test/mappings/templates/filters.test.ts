import { codeBlock, link, paragraph, table, tableRow, text } from '../../../src/mappings/adf/adf';
import { code, scope, strong, templates } from './example';

/** What a template makes of these values. */
function blocks(template: string, values: object = {}) {
  const written = templates.document(template, { language: 'en', ...values });
  return written.ok ? written.blocks : written;
}
function line(template: string, values: object = {}) {
  const rendered = templates.line(template, { language: 'en', ...values });
  return rendered.ok ? rendered.text : rendered.said;
}
const address = 'https://a.example/x';

test.each([
  ['{{ a | link }}', [paragraph(link(address, address))]],
  ['{{ a | link: "" }}', [paragraph(link(address, address))]],
  ['{{ "nowhere" | link }}', [paragraph('nowhere')]],
  ['{{ a | link: "Open" | upcase }}', [paragraph(address.toUpperCase())]],
  ['{{ "a*b" | code | upcase }}', [paragraph('A*B')]],
  ['a{{ " " | code }}b', [paragraph('ab')]],
  ['{{ "x" | code: "c++" }}', [codeBlock('x', 'c++')]],
  ['{{ "x" | code: "js\n{x}" }}', [codeBlock('x', 'jsx')]],
  ['{{ "a\rb" | code }}', [codeBlock('a\nb')]],
])('%j writes its sort of text', (template, expected) => {
  expect(blocks(template, { a: address })).toEqual(expected);
});

test.each([
  ['{{ a | link: "Open" }}', address],
  ['{{ "javascript:x" | link: "Open" }}', 'Open'],
  ['{{ "`x`" | code: "js" }}', '`x`'],
  ['{{ rows | table: "A" }}', 'x, y'],
  ['{{ nothing }}{{ empty }}.{{ several }}', '.a, 1, true'],
  ['{% facts %}\n A: {{ a }} \n  \n B: 2\n{% endfacts %}', `A: ${address}, B: 2`],
  ['{% capture x %}{{ a }}!{% endcapture %}{{ x }}', `${address}!`],
  ['{% echo a | raw %}', address],
])('in a line %s writes plain words', (template, expected) => {
  const values = { a: address, rows: ['x', 'y'], empty: {}, several: ['a', '', null, 1, [true]] };
  expect(line(template, values)).toBe(expected);
});

describe('a table', () => {
  const titled = (titles: string[], ...rows: string[][]) => [
    table([tableRow(titles, 'tableHeader'), ...rows.map((row) => tableRow(row))]),
  ];

  test.each<[string, unknown, unknown]>([
    ['table: "A", "B"', [['a'], ['b', 2, '*c*']], titled(['A', 'B', ''], ['a', '', ''], ['b', '2', '*c*'])],
    ['table: "one", "two"', [{ two: 2, one: 'x|y' }], titled(['one', 'two'], ['x|y', '2'])],
    ['table', [{ two: 2, one: 'x' }], [table([tableRow(['2', 'x'])])]],
    ['table: "A"', [null, 'b'], titled(['A'], [''], ['b'])],
    ['table: "A"', [], []],
    ['table', [[]], []],
    ['table: "A"', 'no list', []],
  ])('%s of %j has its rows', (filter, rows, expected) => {
    expect(blocks(`{{ rows | ${filter} }}`, { rows })).toEqual(expected);
  });

  test('stands apart from the words around it', () => {
    expect(blocks('a {{ rows | table: "A" }} b', { rows: ['x'] })).toEqual([
      paragraph('a'),
      ...titled(['A'], ['x']),
      paragraph('b'),
    ]);
  });
});

test.each([
  [
    '{{ finding.description | truncate: 16 }}',
    [paragraph([...text('Some '), ...strong('bold'), ...text(' t…')])],
  ],
  ['{{ finding.attributes.long | truncate }}', [paragraph(`${'x'.repeat(49)}…`)]],
  ['{{ finding.attributes.long | truncate: "none" }}', [paragraph(`${'x'.repeat(49)}…`)]],
  ['{{ finding.attributes.long | truncate: -1 }}', [paragraph('…')]],
  ['{{ finding.attributes.long | code | truncate: 2 }}', [paragraph(code('x'.repeat(90)))]],
])('%s shortens words and Markdown, and nothing of the template’s own', (template, expected) => {
  const written = templates.document(template, scope({ attributes: { long: 'x'.repeat(90) } }));
  expect(written).toMatchObject({ ok: true, blocks: expected });
});

test.each([
  ['{{ "security_incident" | kind_label }}', 'security incident'],
  ['{{ "of_its_own" | kind_label }}', 'of its own'],
  ['{{ "toString" | severity_label }}', 'toString'],
  ['{{ true | yes_no }} {{ false | yes_no }} {{ "x" | yes_no }}', 'yes no x'],
  ['{{ 0.5 | percent }} {{ "half" | percent }}', '50.0 % half'],
  ['{{ cvss | cvss }}', '9.8 AV:N'],
  ['{{ half | cvss }}', 'AV:N'],
  ['{{ 5 | cvss }}{{ nothing | cvss }}', ''],
  ['{{ location | place }}', 'a.ts:4'],
  ['{{ file | place }}', 'a.ts'],
  ['{{ nowhere | place }}{{ "a.ts" | place }}', ''],
])('a label is said as people say it: %s', (template, expected) => {
  const values = {
    cvss: { score: 9.8, vector: 'AV:N' },
    half: { vector: 'AV:N' },
    location: { file: 'a.ts', line: 4 },
    file: { file: 'a.ts' },
    nowhere: { file: '', line: 4 },
  };
  expect(line(template, values)).toBe(expected);
  expect(line(template, { ...values, language: 'of nobody' })).toBe(expected);
});
