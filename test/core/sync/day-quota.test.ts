import fc from 'fast-check';
import { severities } from '../../../src/contract/finding';
import {
  emptyQuota,
  giveBack,
  grantWaiting,
  placesLeft,
  takePlaces,
  type Waiting,
} from '../../../src/core/sync/day-quota';
import { dayMs, now } from '../builders';

const of = (mark: string, severity: Waiting['severity'] = 'low', since = now): Waiting => ({
  mark,
  severity,
  since,
});

test('one that got a place keeps it, however often it comes, until two other days had places', () => {
  const first = takePlaces(emptyQuota, [of('a')], 1, now);
  expect(takePlaces(first.quota, [of('a'), of('b', 'critical')], 1, now).granted).toEqual(new Set(['a']));
  expect(takePlaces(first.quota, [of('a')], 1, now + dayMs).granted).toEqual(new Set(['a']));
});

test('while others wait nobody takes a place, though one is left', () => {
  const waiting = takePlaces(emptyQuota, [of('a'), of('b')], 1, now).quota;
  const tomorrow = now + dayMs;
  expect(placesLeft(waiting, 1, tomorrow)).toBe(1);
  expect(takePlaces(waiting, [of('c', 'critical')], 1, tomorrow).granted).toEqual(new Set());
  const given = grantWaiting(waiting, [of('b'), of('c', 'critical')], 1, tomorrow);
  expect(given.granted).toEqual(new Set(['c']));
  expect(grantWaiting(given.quota, [], 1, tomorrow).quota.waiting).toBe(false);
});

test('a place that was given back goes to another', () => {
  const { quota } = takePlaces(emptyQuota, [of('a')], 1, now);
  expect(takePlaces(giveBack(quota, new Set(['a'])), [of('b')], 1, now).granted).toEqual(new Set(['b']));
});

test('a fifth of the places goes to those who have waited longer than a week', () => {
  const old = Array.from({ length: 50 }, (_, index) =>
    of(`old${String(index)}`, 'low', now - 30 * dayMs + index),
  );
  let turns = 0;
  for (let day = 0; day < 10; day += 1) {
    const fresh = Array.from({ length: 2 }, (_, index) =>
      of(`${String(day)}-${String(index)}`, 'critical', now),
    );
    const { granted } = grantWaiting(emptyQuota, [...fresh, ...old], 2, now + day * dayMs);
    turns += [...granted].filter((mark) => mark.startsWith('old')).length;
  }
  expect(turns).toBe(4);
});

const anyWaiting = fc.uniqueArray(
  fc.record({
    mark: fc.string({ minLength: 1, maxLength: 3 }),
    severity: fc.constantFrom(...severities),
    since: fc.integer({ min: now - 20 * dayMs, max: now }),
  }),
  { selector: ({ mark }) => mark, maxLength: 20 },
);

test('never more than the limit a day, never fewer than places and findings allow', () => {
  fc.assert(
    fc.property(anyWaiting, anyWaiting, fc.integer({ min: 1, max: 8 }), (come, wait, perDay) => {
      const first = takePlaces(emptyQuota, come, perDay, now);
      const second = grantWaiting(
        first.quota,
        wait.filter(({ mark }) => !first.granted.has(mark)),
        perDay,
        now,
      );
      const total = new Set([...first.granted, ...second.granted]).size;
      const all = new Set([...come, ...wait].map(({ mark }) => mark)).size;
      const fits = first.quota.waiting ? perDay : Math.min(perDay, all);
      expect(total).toBe(fits);
    }),
  );
});
