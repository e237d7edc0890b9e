import { groupBy, halves } from '../../../src/core/data/lists';
import { addDays, dateIn, dayOfMonth, earliest, isoWeek, weekday } from '../../../src/core/data/dates';
import { at, isIn } from '../../../src/core/data/look-up';
import { ownValue } from '../../../src/core/data/own-value';
import { parseJson } from '../../../src/core/data/parse-json';
import { partOf } from '../../../src/core/data/part-of';
import { sumOfTallies, tallyOf } from '../../../src/core/data/tally';

test('a list by key keeps its order', () => {
  expect([...groupBy(['ab', 'c', 'de', 'f'], ({ length }) => length)]).toEqual([
    [2, ['ab', 'de']],
    [1, ['c', 'f']],
  ]);
});

test('values are counted, and counts added', () => {
  expect(tallyOf(['a', 'b', 'a'])).toEqual({ a: 2, b: 1 });
  expect(sumOfTallies<string>([{ a: 2, b: 1 }, { b: 3 }, {}])).toEqual({ a: 2, b: 4 });
});

test('nothing is found under nothing', () => {
  const map = new Map<string | undefined, number>([['a', 1]]);
  expect([at(map, 'a'), at(map, 'b'), at(new Map([[undefined, 5]]), undefined)]).toEqual([
    1,
    undefined,
    undefined,
  ]);
  const set = new Set<string | undefined>(['a', undefined]);
  expect([isIn(set, 'a'), isIn(set, 'b'), isIn(set, undefined)]).toEqual([true, false, false]);
});

test('what is no object has no parts', () => {
  expect([partOf({ a: 1 }, 'a'), partOf({}, 'a'), partOf('abc', 'length'), partOf(null, 'a')]).toEqual([
    1,
    undefined,
    undefined,
    undefined,
  ]);
});

test('dates: days added, the days of a month and a week, the first of several', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect([dayOfMonth(2026, 13, 5), dayOfMonth(2026, 2, 31), dayOfMonth(2026, 1, 31)]).toEqual([
    '2027-01-05',
    '2026-02-28',
    '2026-01-31',
  ]);
  expect(['2026-11-22', '2026-11-23'].map(weekday)).toEqual([7, 1]);
  expect([earliest(['2026-02-01', undefined, '2026-01-01']), earliest([undefined])]).toEqual([
    '2026-01-01',
    undefined,
  ]);
  expect(dateIn('UTC', Date.parse('0999-01-02T00:00:00Z'))).toBe('0999-01-02');
});

test('two halves of a list alternate', () => {
  expect(halves([1, 2, 3])).toEqual([[1, 3], [2]]);
});

test.each([
  ['2026-01-01', '2026-W01'],
  ['2025-12-29', '2026-W01'],
  ['2025-12-28', '2025-W52'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2026-11-27', '2026-W48'],
])('the week of %s is that of its Thursday: %s', (date, week) => {
  expect(isoWeek(date)).toBe(week);
});

test('what is only inherited is not there', () => {
  const record: Record<string, number> = { a: 1 };
  expect([ownValue(record, 'a'), ownValue(record, 'constructor'), ownValue(undefined, 'a')]).toEqual([
    1,
    undefined,
    undefined,
  ]);
});

test('JSON is read with or without a byte order mark before it', () => {
  expect(['\uFEFF{"a":1}', 'null', '"\uFEFF"', '{', '1\uFEFF'].map(parseJson)).toEqual([
    { json: { a: 1 } },
    { json: null },
    { json: '\uFEFF' },
    undefined,
    undefined,
  ]);
});
