import { withNextEnd, withoutEnded } from '../../../src/core/groups/run-out';
import { recordOf } from '../builders';
import { groupOf, memberOf } from './builders';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
const decidedUntil = (until: string | undefined) =>
  ({ kind: 'accepted', role: 'product', at: 0, event: 'e', until }) as const;
const until = (id: string, date: string | undefined) => memberOf({ id, decided: decidedUntil(date) });

test.each([
  ['the first that ends', [until('A', '2026-02-10'), until('B', '2026-02-01')], {}, day('2026-02-02')],
  ['what is due before', [until('A', '2026-02-10')], { reopen: 5 }, 5],
  [
    'what ends before what is due',
    [until('A', '2026-02-10')],
    { reopen: day('2027-01-01') },
    day('2026-02-11'),
  ],
])('of decisions about single findings %s is looked at', (_what, members, todo, at) => {
  const record = groupOf(members, { todo: { follow: 1, ...todo } });
  expect(withNextEnd(record)).toEqual({ ...record, todo: { follow: 1, reopen: at } });
});

test('where no decision ends, nothing is due', () => {
  const record = groupOf([memberOf(), until('A', undefined)]);
  expect(withNextEnd(record)).toBe(record);
});

test('a decision about one finding holds to the end of its day, and one without a day for good', () => {
  const [ends, stays] = [until('A', '2026-02-10'), until('B', undefined)];
  const record = groupOf([ends, stays, memberOf({ id: 'C' })]);
  expect(withoutEnded(record, day('2026-02-11') - 1)).toEqual(record);
  const over = withoutEnded(record, day('2026-02-11'));
  expect(over).toStrictEqual({
    ...record,
    group: { ...record.group, members: [memberOf({ id: 'A' }), stays, memberOf({ id: 'C' })] },
  });
});

test('a record that is no group is left alone', () => {
  const record = recordOf();
  expect(withoutEnded(record, Infinity)).toBe(record);
});
