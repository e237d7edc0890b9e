import fc from 'fast-check';
import { severities } from '../../../src/contract/finding';
import {
  emptyQuota,
  giveBack,
  grantWaiting,
  placesLeft,
  takePlaces,
  type Waiting,
  worstFirst,
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

describe('the places of a day', () => {
  const day = Date.UTC(2026, 0, 15);
  const one = (mark: string, since: number, severity: Waiting['severity'] = 'high'): Waiting => ({
    mark,
    since,
    severity,
  });
  const taken = (days: Record<string, string[]>, waiting = false) => ({ version: 3, days, waiting });

  test('are kept of today and the day before', () => {
    const before = taken({ '2026-01-13': ['a'], '2026-01-14': ['b'], '2026-01-12': ['z'] });
    expect(takePlaces(before, [one('c', 0)], 5, day).quota).toEqual(
      taken({ '2026-01-15': ['c'], '2026-01-14': ['b'] }),
    );
  });

  test('are left as they were when nobody gets one', () => {
    const full = taken({ '2026-01-15': ['a'], '2026-01-14': ['b'], '2026-01-13': ['c'] });
    expect(takePlaces(full, [], 1, day).quota.days).toBe(full.days);
    expect(grantWaiting(full, [one('x', 0)], 1, day)).toEqual({
      quota: { ...full, waiting: true },
      granted: new Set(),
    });
  });

  test('are given back, each by whom it was', () => {
    expect(giveBack(taken({ '2026-01-15': ['a', 'b'], '2026-01-14': ['a'] }), new Set(['a']))).toEqual(
      taken({ '2026-01-15': ['b'], '2026-01-14': [] }),
    );
  });

  test('stay with those that got one lately, who take no other', () => {
    const { quota, granted } = takePlaces(taken({ '2026-01-15': ['a'] }), [one('a', 0), one('b', 0)], 2, day);
    expect([quota, granted]).toEqual([taken({ '2026-01-15': ['a', 'b'] }), new Set(['a', 'b'])]);
  });

  test('go to the worst, of one severity to whoever waited longest', () => {
    const order = worstFirst([one('a', 2), one('b', 1), one('c', 3, 'critical')]).map(({ mark }) => mark);
    expect(order).toEqual(['c', 'b', 'a']);
  });

  test('go by a fifth to those who have waited for a week to the hour', () => {
    const week = 7 * 86_400_000;
    const waiting = [one('new', day, 'critical'), one('old', day - week, 'low')];
    const first = (since: number) => [
      ...grantWaiting(taken({}), [waiting[0] ?? one('', 0), one('old', since, 'low')], 1, day4).granted,
    ];
    const day4 = Math.ceil(day / (5 * 86_400_000)) * 5 * 86_400_000 - 86_400_000;
    expect([first(day4 - week), first(day4 - week + 1)]).toEqual([['old'], ['new']]);
  });
});
