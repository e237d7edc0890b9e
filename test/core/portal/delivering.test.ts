import type { Delivery } from '../../../src/contract/stored/outbound';
import {
  afterDelivery,
  afterFailure,
  mayPark,
  parked,
  stepAfter,
  stopped,
} from '../../../src/core/portal/delivering';
import { dayMs, now } from '../builders';

const sent = (n: number) => ({ n, id: `e${String(n)}`, type: 'issue.linked' as const, at: n });
const begin: Delivery = { v: 1, version: 0, n: 0, parked: [], again: [] };
const minute = 60_000;
const left = (n: number, status = 422) => ({ ...sent(n), answer: { status } });

test.each([400, 401, 404, 410, 413, 422, 500])(
  'a token address that answers %i says nothing of the events: they wait',
  (status) => {
    expect([1, 100].map((events) => stepAfter({ status, noToken: true }, events))).toEqual([
      'later',
      'later',
    ]);
  },
);

test.each([
  ['delivered', [200, 202, 204, 299]],
  ['later', [0, 199, 300, 302, 399, 401, 403, 404, 405, 407, 408, 421, 425, 429, 500, 503, 599]],
  ['gone', [410]],
  ['smaller', [400, 406, 409, 413, 415, 422, 499]],
])('an answer to several events means that they are %s: %j', (step, answers) => {
  expect(answers.map((status) => stepAfter({ status }, 2))).toEqual(answers.map(() => step));
  const alone = step === 'smaller' ? 'refused' : step;
  expect(answers.map((status) => stepAfter({ status }, 1))).toEqual(answers.map(() => alone));
});

test('an address that no admin approved is not asked, whatever else is known', () => {
  expect(stepAfter({ status: 200, unapproved: true, noToken: true }, 1)).toBe('unapproved');
});

describe('after a delivery', () => {
  test('nothing stands in the way any more, and the next body may be twice as large, up to all', () => {
    const trouble = { kind: 'failing', since: 1, at: 1, tries: 1, answer: { status: 500 } } as const;
    const after = (atMost?: number) =>
      afterDelivery({ ...begin, trouble, ...(atMost !== undefined && { atMost }) }, [sent(1)], now);
    expect(after()).toStrictEqual({ ...begin, n: 1, delivered: { at: now, n: 1 } });
    expect([after(1), after(49), after(50)].map(({ atMost }) => atMost)).toEqual([2, 98, undefined]);
  });

  test('an event that was left out and arrives after all is no longer parked', () => {
    const before = parked(begin, sent(2), { status: 422 });
    expect(afterDelivery({ ...before, n: 0 }, [sent(1), sent(2), sent(3)], 9)).toMatchObject({
      n: 3,
      parked: [],
    });
  });

  test('of an event that was sent again the numbers stay where they were', () => {
    const before = { ...begin, n: 9, again: [2, 4], parked: [left(2), left(4)], delivered: { at: 1, n: 9 } };
    expect(afterDelivery(before, [sent(2)], now)).toEqual({
      ...before,
      again: [4],
      parked: [left(4)],
      delivered: { at: now, n: 9 },
    });
    const { delivered: _none, ...never } = before;
    expect(afterDelivery(never, [sent(2)], now).delivered).toEqual({ at: now, n: 2 });
  });

  test('what came with an older number than was passed over is what was delivered last', () => {
    const before = { ...begin, n: 9, delivered: { at: 1, n: 9 } };
    expect(afterDelivery(before, [sent(3)], now)).toMatchObject({ n: 9, delivered: { at: now, n: 3 } });
    expect(afterDelivery(before, [], now)).toMatchObject({ n: 9, delivered: { at: now, n: 0 } });
  });
});

describe('an event that is refused alone', () => {
  test('is left out with what the portal said, in the order of numbers, once', () => {
    const before = { ...begin, n: 5, again: [3, 4], parked: [left(3, 400), left(7)] };
    expect(parked(before, sent(3), { status: 422, text: 'no' })).toEqual({
      ...before,
      again: [4],
      parked: [{ ...sent(3), answer: { status: 422, text: 'no' } }, left(7)],
    });
    expect(parked(before, sent(6), { status: 422 })).toStrictEqual({
      ...before,
      n: 6,
      parked: [left(3, 400), left(6), left(7)],
    });
  });

  test('is left out as long as these are less than a hundred', () => {
    const many = (count: number) => ({ ...begin, parked: Array.from({ length: count }, (_, n) => left(n)) });
    expect([mayPark(many(99)), mayPark(many(100))]).toEqual([true, false]);
  });
});

describe('after a failure', () => {
  const again = (before: Delivery, at: number, answer: object = {}) =>
    afterFailure(before, { status: 500, ...answer }, at);

  test('it is tried again after a minute, then after twice as long each time, six hours at most', () => {
    let [one, at] = [begin, now];
    const waits = Array.from({ length: 11 }, () => {
      one = again(one, at);
      const wait = (one.trouble?.nextAt ?? 0) - at;
      at += wait;
      return wait / minute;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    expect(one.trouble).toMatchObject({ kind: 'failing', since: now, tries: 11, answer: { status: 500 } });
  });

  test('it is tried once a day when it has failed for five days', () => {
    const failing = again(begin, now);
    const wait = (after: number) => (again(failing, now + after).trouble?.nextAt ?? 0) - now - after;
    expect([wait(5 * dayMs - 1), wait(5 * dayMs)]).toEqual([2 * minute, dayMs]);
  });

  test.each([
    ['as it asks', { status: 429, retryAfter: 90 }, 90_000],
    ['as it asks', { status: 503, retryAfter: 30 }, 30_000],
    ['a day at most', { status: 503, retryAfter: 900_000 }, dayMs],
    ['as ever when it asks for nothing', { status: 429 }, minute],
    ['as ever when it asks for no time', { status: 429, retryAfter: 0 }, minute],
    ['as ever when it may not ask', { status: 500, retryAfter: 90 }, minute],
  ])('a portal is left in peace %s: %j', (_name, answer, wait) => {
    expect(again(begin, now, answer).trouble?.nextAt).toBe(now + wait);
  });

  test('a portal that asks for another try within a second, again and again, is asked less and less often', () => {
    let [one, at] = [begin, now];
    const waits = Array.from({ length: 14 }, () => {
      one = again(one, at, { status: 429, retryAfter: 1 });
      const wait = (one.trouble?.nextAt ?? 0) - at;
      at += wait;
      return wait / 1000;
    });
    expect(waits).toEqual([...Array.from({ length: 10 }, () => 1), 60, 120, 240, 480]);
  });

  test('what else had stood in the way is over', () => {
    const before = stopped(begin, 'gone', { status: 410 }, 1);
    expect(again(before, now, { text: 'oh' })).toEqual({
      ...begin,
      trouble: {
        kind: 'failing',
        since: now,
        tries: 1,
        at: now,
        nextAt: now + minute,
        answer: { status: 500, text: 'oh' },
      },
    });
  });
});

test('it stops until somebody does something about it, and counts since when', () => {
  const trouble = (since: number, at: number) => ({
    kind: 'gone',
    since,
    tries: 1,
    at,
    answer: { status: 410 },
  });
  const first = stopped(afterFailure(begin, { status: 500 }, 1), 'gone', { status: 410 }, now);
  expect(first).toStrictEqual({ ...begin, trouble: trouble(now, now) });
  expect(stopped(first, 'gone', { status: 410 }, now + 5).trouble).toEqual(trouble(now, now + 5));
  expect(stopped(begin, 'gone', { status: 410 }, now).trouble?.since).toBe(now);
});
