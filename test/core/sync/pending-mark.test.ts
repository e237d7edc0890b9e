import type { PendingChunk } from '../../../src/contract/inbox';
import {
  answersTo,
  begun,
  interrupted,
  isSuspect,
  mustRing,
  postponed,
  rungFor,
  suspected,
} from '../../../src/core/sync/pending-mark';

const minute = 60_000;
const mark: PendingChunk = {
  id: 'r-0',
  connection: 'c0ffee',
  receipt: 'r',
  acceptedAt: 0,
  notBefore: 0,
  attempts: 0,
  bell: 'first',
};

test('three workers that began and never ended make a chunk suspect', () => {
  let one = mark;
  for (let deaths = 1; deaths <= 3; deaths += 1) {
    expect(isSuspect(one)).toBe(false);
    one = begun(one, 0);
    expect(one.deaths).toBe(deaths);
  }
  expect(isSuspect(one)).toBe(true);
  expect(isSuspect(suspected(one, 'alone', 0))).toBe(false);
  expect(isSuspect(begun(suspected(one, 'alone', 0), 0))).toBe(true);
});

test('a worker that ends, or that storage interrupted, counts as no death', () => {
  const waits = [{ ref: 'F-1', reason: { code: 'busy' } as const }];
  expect(postponed(mark, 'next', 5, waits)).toEqual({
    ...mark,
    bell: 'next',
    notBefore: 5,
    attempts: 1,
    reason: { code: 'busy' },
    only: ['F-1'],
  });
  expect(interrupted(mark, begun(mark, 0)).deaths).toBeUndefined();
  const hurt = begun(mark, 0);
  expect(interrupted(hurt, begun(hurt, 0)).deaths).toBe(1);
});

test('a chunk answers only to its own bell; a mark of an older version to any', () => {
  expect(answersTo(mark, 'first')).toBe(true);
  expect(answersTo(mark, 'another')).toBe(false);
  expect(answersTo({ ...mark, bell: undefined }, 'another')).toBe(true);
});

test('the sweep rings for what is due and idle, ever less often, and not while somebody may be working', () => {
  expect(mustRing(mark, minute)).toBe(false);
  expect(mustRing(mark, 2 * minute)).toBe(true);
  expect(mustRing({ ...mark, notBefore: 10 * minute }, 5 * minute)).toBe(false);
  const working = begun(mark, 0);
  expect(mustRing(working, 14 * minute)).toBe(false);
  expect(mustRing(working, 15 * minute)).toBe(true);
  let [one, rings] = [mark, 0];
  for (let now = 2 * minute; now < 4 * 60 * minute; now += 5 * minute)
    if (mustRing(one, now)) {
      one = rungFor(one, `bell-${String(now)}`, now);
      rings += 1;
    }
  expect(rings).toBeLessThan(10);
  expect(begun(one, 0).rung).toBeUndefined();
});
