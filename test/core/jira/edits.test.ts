import { ChangelogItem, type EditedField, valueIn, valueOf } from '../../../src/core/jira/edits';

test('a change of a field is read by what it has itself, not by what every object seems to have', () => {
  expect(ChangelogItem.parse({ field: 'summary', fromString: 'A' })).toStrictEqual({
    field: 'summary',
    from: { id: null, words: 'A' },
    to: { id: null, words: null },
  });
  const whole = { field: 'Due', fieldId: 'duedate', from: '1', fromString: 'A', to: '2', toString: 'B' };
  expect(ChangelogItem.parse(whole)).toStrictEqual({
    field: 'duedate',
    from: { id: '1', words: 'A' },
    to: { id: '2', words: 'B' },
  });
  expect(ChangelogItem.parse({ from: 5 })).toMatchObject({ field: '', from: { id: null } });
});

/** What a changelog and an issue say of the same value. */
const values: readonly [
  string,
  EditedField,
  { id: string | null; words: string | null },
  unknown,
  unknown,
  unknown,
][] = [
  ['a person, of whom nothing is kept', 'assignee', { id: 'a', words: 'Who' }, { accountId: 'a' }, 'a', null],
  ['nobody', 'assignee', { id: null, words: null }, null, null, null],
  ['a priority', 'priority', { id: '2', words: 'High' }, { id: '2', name: 'High' }, '2', 'High'],
  ['no priority', 'priority', { id: null, words: null }, null, null, null],
  ['a day', 'dueDate', { id: '2026-01-31', words: '31/Jan/26' }, '2026-01-31', '2026-01-31', '2026-01-31'],
  ['no day', 'dueDate', { id: null, words: null }, null, null, null],
  ['labels, in one order', 'labels', { id: null, words: 'b a' }, ['b', 'a'], ['a', 'b'], ['a', 'b']],
  ['no labels', 'labels', { id: null, words: '' }, [], [], []],
  ['labels that nobody names', 'labels', { id: null, words: null }, null, [], []],
  ['a summary', 'summary', { id: null, words: 'A b ' }, 'A b ', 'A b', 'A b '],
  ['no summary', 'summary', { id: null, words: null }, null, null, null],
];

test.each(values)(
  '%s is the same in a changelog and in an issue',
  (_what, field, said, raw, comparable, words) => {
    expect(valueOf(field, said)).toStrictEqual({ comparable, words });
    expect(valueIn(field, raw)).toStrictEqual({ comparable, words });
  },
);

test('a day of a changelog may have a time, or stand in its words only', () => {
  expect(valueOf('dueDate', { id: null, words: '2026-01-31 00:00:00.0' }).comparable).toBe('2026-01-31');
});

test.each([
  ['assignee', { accountId: 5 }, null],
  ['assignee', 'a', null],
  ['priority', { name: 'High' }, null],
  ['labels', ['a', 5, ''], ['a']],
  ['dueDate', 5, null],
  ['summary', 5, null],
] as const)('what is no value of %s is none: %j', (field, raw, comparable) => {
  expect(valueIn(field, raw).comparable).toStrictEqual(comparable);
});
