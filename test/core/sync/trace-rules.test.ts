import type { Rule, When } from '../../../src/contract/rules';
import { traceRules } from '../../../src/core/sync/trace-rules';
import { findingOf } from '../builders';

const ruleOf = (id: string, when: When, more: Partial<Rule> = {}): Rule => ({
  id,
  name: `Rule ${id}`,
  enabled: true,
  when,
  then: { create: 'both' },
  ...more,
});
const high: When = { field: 'severity', op: 'is', value: 'high' };
const everything: When = { all: [] };

const trace = (rules: Rule[], lifecycle: 'open' | 'resolved' = 'open') =>
  traceRules(rules, {
    finding: findingOf({ severity: 'high', tags: ['a', 'b'] }),
    lifecycle,
    connection: 'c',
  });

test('tells condition by condition what a finding has and whether that meets it', () => {
  const when: When = {
    all: [
      high,
      { not: { any: [{ field: 'tags', op: 'contains', value: 'B' }] } },
      { field: 'epss', op: 'exists', value: true },
    ],
  };
  expect(trace([ruleOf('a', when)])).toEqual([
    {
      rule: 'a',
      name: 'Rule a',
      verdict: 'no',
      conditions: [
        { path: 'all.0', field: 'severity', op: 'is', value: 'high', values: ['high'], holds: true },
        {
          path: 'all.1.not.any.0',
          field: 'tags',
          op: 'contains',
          value: 'B',
          values: ['a', 'b'],
          holds: true,
        },
        { path: 'all.2', field: 'epss', op: 'exists', value: true, values: [], holds: false },
      ],
    },
  ]);
});

test('goes down to the rule that takes the finding, and no further', () => {
  const rules = [
    ruleOf('off', everything, { enabled: false }),
    ruleOf('no', { field: 'severity', op: 'is', value: 'low' }),
    ruleOf('yes', high),
    ruleOf('never asked', everything),
  ];
  expect(trace(rules).map(({ rule, verdict }) => [rule, verdict])).toEqual([
    ['off', 'off'],
    ['no', 'no'],
    ['yes', 'takes'],
  ]);
});

test('a rule that would take it if it were open says so', () => {
  expect(trace([ruleOf('a', high)], 'resolved')[0]?.verdict).toBe('closed');
});

test('of very many rules the last one is told all the same', () => {
  const rules = Array.from({ length: 200 }, (_, n) => ruleOf(String(n), n === 150 ? high : { not: high }));
  const told = trace(rules);
  expect(told).toHaveLength(30);
  expect(told.at(-1)).toMatchObject({ rule: '150', verdict: 'takes' });
});

test('of very many rules, conditions and values and of long texts only so much is told as people read', () => {
  const no = (n: number) => ruleOf(String(n), { field: 'severity', op: 'is', value: 'low' });
  const rules = (count: number) => [
    ...Array.from({ length: count - 1 }, (_, n) => no(n)),
    ruleOf('last', everything),
  ];
  const told = (count: number) => trace(rules(count)).map(({ rule }) => rule);
  expect(told(30)).toHaveLength(30);
  expect([told(31).length, told(31)[28], told(31)[29]]).toEqual([30, '28', 'last']);
  const first = trace([ruleOf('first', everything), ruleOf('second', high)]);
  expect(first.map(({ rule }) => rule)).toEqual(['first']);

  const many = trace([ruleOf('a', { any: Array(60).fill(high) as When[] })]);
  expect(many[0]?.conditions).toHaveLength(50);
  const finding = findingOf({ tags: ['1', '2', '3', '4'], title: 'x'.repeat(101), tool: 'y'.repeat(100) });
  const of = (field: string) =>
    traceRules([ruleOf('a', { field, op: 'exists', value: true })], {
      finding,
      lifecycle: 'open',
      connection: 'c',
    })[0]?.conditions[0];
  expect([of('tags'), of('title'), of('tool')].map((one) => one && 'values' in one && one.values)).toEqual([
    ['1', '2', '3'],
    [`${'x'.repeat(99)}…`],
    ['y'.repeat(100)],
  ]);
});
