import { Rules } from '../../../src/contract/settings';
import { connectionsNamed } from '../../../src/core/rules/connections-named';

const rulesOf = (...whens: unknown[]) =>
  Rules.parse(
    whens.map((when, index) => ({ id: `r${String(index)}`, name: 'R', when, then: { create: 'both' } })),
  );
const is = (value: unknown, op = 'is', field = 'connection') => ({ field, op, value });

test('each connection that a rule names is found where it stands, however deep', () => {
  const rules = rulesOf(
    { all: [] },
    { all: [is('high', 'is', 'severity'), { any: [is('a'), { not: is('b', 'isNot') }] }] },
    is(['c', 'd'], 'notIn'),
  );
  expect(connectionsNamed(rules)).toStrictEqual([
    { path: '1.when.all.1.any.0.value', connection: 'a' },
    { path: '1.when.all.1.any.1.not.value', connection: 'b' },
    { path: '2.when.value', connection: 'c' },
    { path: '2.when.value', connection: 'd' },
  ]);
});

test.each([
  ['in', ['a'], 1],
  ['startsWith', 'a', 0],
  ['exists', true, 0],
])('of the comparison %s with %j so many are named: %i', (op, value, count) => {
  expect(connectionsNamed(rulesOf(is(value, op)))).toHaveLength(count);
});
