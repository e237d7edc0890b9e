import { paragraph, table, tableRow } from '../../../src/mappings/adf/adf';
import { blocksOf, scope, strong, templates } from './example';

const line = (template: string, more = {}) => templates.line(template, scope(more));
const tooLong = { ok: false, line: 1, said: 'the text becomes too long' };

test.each([
  ['{{ finding.constructor.name }}{{ finding.description.toString }}{{ finding.cve.pop }}', ''],
  ['{{ finding.assignee.accountId }}', 'somebody'],
  ['{{ finding.firstSeen | date }}', '2026-01-31'],
  ['{{ finding.firstSeen | date: "%B" }}', 'January'],
])('%s gives what is the finding’s own', (template, text) => {
  expect(line(template, { assignee: { accountId: 'somebody' } })).toEqual({ ok: true, text });
});

test.each([
  ['{{ finding.title', 'output "{{ finding.title" not closed', 12, 13],
  ['{% capture %}x{% endcapture %}', 'capture needs a name', 12, 13],
  ['{% block x %}', 'there is nothing to block', 12, 13],
])(
  'of %j the place is told however far down it is, and what is wrong without it',
  (mistake, said, row, column) => {
    const before = `${'\n'.repeat(row - 1)}${' '.repeat(column - 1)}`;
    expect(templates.check(before + mistake)).toEqual({ line: row, column, said });
  },
);

test('what is said of a mistake is one line of at most 200 characters', () => {
  const { said = '' } = templates.check(`{{ x | ${'y'.repeat(300)} }}`) ?? {};
  expect(said).toHaveLength(200);
  expect(said).toMatch(/^undefined filter: y+$/);
});

test('a template that is right has no mistake', () => {
  expect(templates.check('{{ finding.title }}')).toBeUndefined();
});

test('a line is at most ten times as long as Jira takes', () => {
  const four = (description: string) =>
    line('{% for i in (1..4) %}{{ finding.description }}{% endfor %}', { description });
  expect(four('x'.repeat(100_000))).toEqual({ ok: true, text: 'x'.repeat(400_000) });
  expect(
    line(`{% for i in (1..4) %}{{ finding.description }}{% endfor %}.`, { description: 'x'.repeat(100_000) }),
  ).toMatchObject(tooLong);
});

test('what a document inserts is bounded as well', () => {
  const five = (more: string) =>
    blocksOf(`{% for i in (1..5) %}{{ finding.description }}\n\n{% endfor %}${more}`, {
      description: 'x'.repeat(100_000),
    });
  expect(five('')).toEqual(expect.any(Array));
  expect(five('{{ finding.id }}')).toMatchObject({ ...tooLong, line: 3 });
});

test('only a template of the app’s own may work as long as it likes', () => {
  const large = '{% assign all = (1..600000) %}done';
  expect(templates.document(large, {}, 'trusted')).toMatchObject({ ok: true, blocks: [paragraph('done')] });
  expect(templates.document(large, {})).toMatchObject({ ok: false });
  expect(templates.line(large, {})).toMatchObject({ ok: false });
});

describe('facts', () => {
  const facts = (...lines: string[]) =>
    blocksOf(`{% facts %}\n${lines.join('\n')}\n{% endfacts %}`, {
      attributes: { most: 'x'.repeat(1_000), more: 'x'.repeat(1_001), blank: ' ' },
    });
  const rows = (...all: [string, string][]) => [
    table(all.map(([name, value]) => tableRow([strong(name), value]))),
  ];

  test.each<[string[], unknown]>([
    [['A: 1', '', '  B :  2 '], rows(['A', '1'], ['B', '2'])],
    [['A: 1: 2'], rows(['A', '1: 2'])],
    [['A | B: 1 | 2'], rows(['A | B', '1 | 2'])],
    [['A', 'B:', 'C: {{ finding.attributes.blank }}', 'D: {{ finding.absent }}'], []],
    [['A: {{ finding.attributes.most }}'], rows(['A', 'x'.repeat(1_000)])],
    [['A: {{ finding.attributes.more }}'], rows(['A', `${'x'.repeat(999)}…`])],
    [['{% if finding.kev %}', 'A: 1', '{% endif %}{% if finding.absent %}B: 2{% endif %}'], rows(['A', '1'])],
  ])('of %j are a table of those that have a value', (lines, expected) => {
    expect(facts(...lines)).toEqual(expected);
  });

  test('stand apart from the words around them', () => {
    expect(blocksOf('a{% facts %}A: 1{% endfacts %}b')).toEqual([
      paragraph('a'),
      ...rows(['A', '1']),
      paragraph('b'),
    ]);
  });
});
