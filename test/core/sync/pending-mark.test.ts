import type { InboxItem, PendingChunk } from '../../../src/contract/inbox';
import {
  answersTo,
  begun,
  interrupted,
  isPart,
  isSuspect,
  mustRing,
  newMark,
  partId,
  postponed,
  rungFor,
  suspected,
} from '../../../src/core/sync/pending-mark';
import { findingOf } from '../builders';

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

test('a chunk that was just put into the inbox counts its findings; of a report nobody knows how many it holds', () => {
  const named = { id: 'r-0', connection: 'c0ffee', receipt: 'r', acceptedAt: 7 };
  const chunk = { v: 1, ...named } as const;
  const finding = { finding: findingOf(), seenAt: 1 };
  const comment = { comment: { finding: 'F-1', id: 'c' }, seenAt: 1 } as unknown as InboxItem;
  const report = { report: { id: 'r' }, seenAt: 1 } as unknown as InboxItem;
  const made = { ...named, notBefore: 7, attempts: 0, bell: 'b' };
  expect(newMark({ ...chunk, items: [finding, comment, finding] }, 'b')).toStrictEqual({
    ...made,
    findings: 2,
  });
  expect(newMark({ ...chunk, items: [finding, report] }, 'b')).toStrictEqual(made);
});

test('a part of a chunk is known as one', () => {
  expect([partId('r-0', 2), isPart(partId('r-0', 2)), isPart('r-0')]).toEqual(['r-0.2', true, false]);
});

test('what is left of a chunk is named one by one while it is 25 at most', () => {
  const left = (count: number) =>
    postponed(
      { ...mark, only: ['old'] },
      'b',
      0,
      Array.from({ length: count }, (_, n) => ({ ref: String(n), reason: undefined })),
    ).only;
  expect([left(25)?.length, left(26), left(0)]).toEqual([25, undefined, []]);
});

test('a chunk that was never hurt holds no count of deaths', () => {
  expect(interrupted(mark, begun(mark, 0))).not.toHaveProperty('deaths');
});

test('each ring counts, and the next one waits twice as long, up to an hour', () => {
  const once = rungFor(mark, 'b1', 10);
  expect(once).toEqual({ ...mark, bell: 'b1', rung: { at: 10, times: 1 } });
  expect(rungFor(once, 'b2', 20).rung).toEqual({ at: 20, times: 2 });
  const rung = (times: number, waited: number) =>
    mustRing({ ...mark, rung: { at: 100 * minute, times } }, 100 * minute + waited);
  const waits = [1, 2, 3, 9].map((times) => {
    const wait = Math.min(60, 2 * 2 ** times) * minute;
    return [rung(times, wait - 1), rung(times, wait)];
  });
  expect(waits).toEqual(Array(4).fill([false, true]));
});
