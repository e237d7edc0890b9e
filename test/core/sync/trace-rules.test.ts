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
