import { evaluateFilter, propertyValue } from './expression';
import { parseExpression, parsePropertyPath } from './expression-parser';

const event = {
  issue: {
    key: 'A-1',
    fields: { summary: "it's", labels: ['a', 'b'], points: 3, issuetype: { name: 'Bug' } },
  },
  flag: true,
  nothing: null,
};

const evaluate = (text: string) =>
  evaluateFilter(parseExpression(text), event, ({ key, path }) =>
    propertyValue(
      ({ p: { a: { b: 1 }, list: [1, 2], text: 'x' }, plain: 'v' } as Record<string, unknown>)[key],
      path,
    ),
  );

test.each([
  ["event.issue.key == 'A-1'", true],
  ['event.issue.key == "A-2"', false],
  ["event.issue['key'] != 'A-2'", true],
  ["event.issue.fields?.issuetype.name == 'Bug'", true],
  ['event.missing?.deep.deeper == null', true],
  ['event.nothing?.deep == null', true],
  ["event.issue.fields.summary == 'it\\'s'", true],
  ['event.issue.fields.labels.length > 1', true],
  ['event.issue.fields.points >= 3 && event.issue.fields.points <= 3', true],
  ['event.issue.fields.points < 3 || event.flag', true],
  ["event.issue.key < 'B'", true],
  ['!event.flag', false],
  ['!(event.flag && false)', true],
  ["event.runtime.issue.properties['p'].a.b == 1", true],
  ["event.runtime.issue.properties['p']['a.b'] == 1", true],
  ["event.runtime.issue.properties['p'].a == null", true],
  ["(event.runtime.issue.properties['p'].list).length == 2", true],
  ["event.runtime.issue.properties['plain'] == 'v'", true],
  ["event.runtime.issue.properties['absent'].x != null", false],
  ["event.issue.fields.points == '3'", false],
])('%s is %s', (text, expected) => {
  expect(evaluate(text)).toBe(expected);
});

test.each([
  ['event.issue.key', 'boolean'],
  ['event.issue.nothing == null', 'no such property'],
  ['event.nothing.deep == null', 'nothing'],
  ['event.issue.key > 1', 'two numbers'],
  ['event.issue.key && true', 'boolean'],
  ["event.runtime.issue.properties['absent'].x > 1", 'two numbers'],
])('%s fails when it is evaluated', (text, message) => {
  expect(() => evaluate(text)).toThrow(message);
});

test.each([
  ['event.issue.key ==', "does not know ''"],
  ['(event.flag', "')' is missing"],
  ['event.flag event', 'does not end'],
  ['event.issue.key = 1', 'Unknown sign'],
  ["event.issue.key.includes('A')", 'no functions'],
  ['issue.key == 1', "does not know 'issue'"],
  ['event.runtime.issue == 1', 'only holds entity properties'],
  [`event.issue.key == '${'x'.repeat(10_000)}'`, '10000 characters'],
])('%s is refused from the start', (text, message) => {
  expect(() => parseExpression(text)).toThrow(message);
});

test('a path for the payload is the same path without its prefix', () => {
  expect(parsePropertyPath("issue.properties['key'].a.b")).toEqual({
    entity: 'issue',
    key: 'key',
    path: ['a', 'b'],
  });
  expect(() => parsePropertyPath('issue.key')).toThrow();
});

test('an expression of too many steps is stopped', () => {
  const long = parseExpression(Array.from({ length: 500 }, () => 'event.flag').join('&&'));
  const deep = Array.from({ length: 120 }).reduce<typeof long>(
    (left) => ({ type: 'binary', operator: '&&', left, right: long }),
    long,
  );
  expect(() => evaluateFilter(deep, event, () => null)).toThrow('too complex');
});
