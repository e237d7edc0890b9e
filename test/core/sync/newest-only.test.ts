import fc from 'fast-check';
import type { FindingItem } from '../../../src/contract/inbox';
import { refOf } from '../../../src/core/sync/link-key';
import { newestOnly, turnedFindings } from '../../../src/core/sync/newest-only';
import { findingOf, now } from '../builders';

const snapshot = (id: string, seenAt: number, updatedAt?: string, title = 'SQL injection'): FindingItem => ({
  finding: findingOf({ id, updatedAt, title }),
  seenAt,
});
const gone = (id: string, seenAt: number): FindingItem => ({ gone: id, why: 'deleted', seenAt });

const idOf = (item: FindingItem) => refOf(item).id;

const [earlier, later] = ['2030-01-01T00:00:00Z', '2030-01-01T00:00:01+00:00'];

test.each<[string, FindingItem[], FindingItem]>([
  ['the later of two', [snapshot('A', now), snapshot('A', now + 1)], snapshot('A', now + 1)],
  [
    'the later one, though it came first',
    [snapshot('A', now + 1), snapshot('A', now)],
    snapshot('A', now + 1),
  ],
  ['the last of equals', [snapshot('A', now), gone('A', now)], gone('A', now)],
  [
    'of a portal whose clock is ahead, the one that it calls newer',
    [snapshot('A', now, later), snapshot('A', now, earlier)],
    snapshot('A', now, later),
  ],
  [
    'the last where only one of equals says when it was',
    [snapshot('A', now, later), snapshot('A', now)],
    snapshot('A', now),
  ],
  [
    'the one that came later, whatever the portal’s clock says',
    [snapshot('A', now, later), snapshot('A', now + 1, earlier)],
    snapshot('A', now + 1, earlier),
  ],
  [
    'the last where the portal calls both equally new',
    [snapshot('A', now, later, 'first'), snapshot('A', now, later, 'second')],
    snapshot('A', now, later, 'second'),
  ],
  [
    'the last where only the other says when it was',
    [snapshot('A', now), snapshot('A', now, earlier)],
    snapshot('A', now, earlier),
  ],
  ['a deletion after a snapshot', [gone('A', now + 1), snapshot('A', now)], gone('A', now + 1)],
])('what counts is %s', (_, items, expected) => {
  expect(newestOnly('abcdefgh', items)).toEqual([expected]);
});

test('every finding is left once, with the latest that was said of it', () => {
  const item = fc
    .tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(5), fc.boolean())
    .map(([id, at, isGone]) => (isGone ? gone(id, at) : snapshot(id, at)));
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const left = newestOnly('abcdefgh', items);
      const ids = [...new Set(items.map(idOf))];
      expect(left.map(idOf)).toEqual(ids);
      for (const one of left) {
        const same = items.filter((other) => idOf(other) === idOf(one));
        expect(one.seenAt).toBe(Math.max(...same.map(({ seenAt }) => seenAt)));
      }
    }),
  );
});

test('a finding turned when something older said that it is gone or had another status, and not when it repeats itself', () => {
  const resolved = { finding: findingOf({ id: 'B', status: 'resolved' }), seenAt: now };
  const items = [
    gone('A', now),
    snapshot('A', now + 1),
    resolved,
    snapshot('B', now + 1),
    snapshot('C', now, undefined, 'first'),
    snapshot('C', now + 1, undefined, 'second'),
  ];
  expect(turnedFindings('abcdefgh', items, newestOnly('abcdefgh', items))).toEqual(new Set(['A', 'B']));
});

test('what the portal says goes over what was only kept, and over nothing else', () => {
  const kept = (seenAt: number) =>
    ({ ...snapshot('A', seenAt, undefined, 'kept'), anew: true }) as FindingItem;
  const of = (...items: FindingItem[]) => newestOnly('abcdefgh', items);
  expect(of(snapshot('A', now), kept(now))).toEqual([snapshot('A', now)]);
  expect(of(kept(now), snapshot('A', now))).toEqual([snapshot('A', now)]);
  expect(of(gone('A', now), kept(now))).toEqual([gone('A', now)]);
  expect(of(snapshot('A', now), kept(now + 1))).toEqual([kept(now + 1)]);
  const other = { ...kept(now), finding: findingOf({ id: 'A', title: 'other' }) };
  expect(of(kept(now), other)).toEqual([other]);
});
