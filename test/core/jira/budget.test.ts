import fc from 'fast-check';
import {
  hourAt,
  type HourUse,
  shares,
  type Urgency,
  usualQuota,
  waitOf,
  withCall,
  withOthers,
} from '../../../src/core/jira/budget';
import { now } from '../builders';

const hourMs = 3_600_000;
const urgencies: readonly Urgency[] = ['urgent', 'bulk', 'background'];
const hour = (used: number, quota = 1000): HourUse => ({ until: now + hourMs, used, quota });
const anyHour = fc.record({
  until: fc.integer({ min: now + 1, max: now + hourMs }),
  used: fc.nat(200_000),
  quota: fc.integer({ min: 1, max: 500_000 }),
});

test.each<[Urgency, number, boolean]>([
  ['background', 499, true],
  ['background', 500, false],
  ['bulk', 899, true],
  ['bulk', 900, false],
  ['urgent', 999, true],
  ['urgent', 1000, false],
])('of 1,000 points, %s work after %i goes on: %s', (urgency, used, goesOn) => {
  expect(waitOf(hour(used), urgency, now) === undefined).toBe(goesOn);
});

test('what has to wait is told why, and until the hour turns', () => {
  expect(waitOf({ ...hour(1000), until: now + 90_400 }, 'urgent', now)).toEqual({
    kind: 'limited',
    own: true,
    retryAfter: 91,
    reason: 'hourly budget',
  });
});

test('whoever may go on, so may all that is more urgent', () => {
  fc.assert(
    fc.property(anyHour, (one) => {
      const waits = urgencies.map((urgency) => waitOf(one, urgency, now) !== undefined);
      expect(waits).toEqual([...waits].sort());
    }),
  );
});

test('work never waits longer than to the turn of the hour, and then goes on', () => {
  fc.assert(
    fc.property(anyHour, fc.constantFrom(...urgencies), (one, urgency) => {
      const wait = waitOf(one, urgency, now);
      if (!wait) return;
      const then = now + wait.retryAfter * 1000;
      expect(wait.retryAfter).toBeLessThanOrEqual(3600);
      expect(waitOf(hourAt(one, then), urgency, then)).toBeUndefined();
    }),
  );
});

test('bulk work, however it comes, leaves the urgent its reserve', () => {
  const cost = fc.integer({ min: 1, max: 101 });
  fc.assert(
    fc.property(fc.array(cost, { minLength: 50, maxLength: 400 }), (costs) => {
      let one = hour(0, 5000);
      for (const points of costs) if (!waitOf(one, 'bulk', now)) one = withCall(one, points, {}, now);
      expect(one.used).toBeLessThan(5000 * shares.bulk + 101);
    }),
  );
});

test('an hour begins at the full hour, with what Jira usually grants', () => {
  expect(hourAt(undefined, now + 5)).toEqual({ until: now + hourMs, used: 0, quota: usualQuota });
});

test('a new hour forgets what was used, but not the size of the quota', () => {
  const known = hour(900);
  expect(hourAt(known, now + hourMs - 1)).toBe(known);
  expect(hourAt(known, now + hourMs)).toEqual({ until: now + 2 * hourMs, used: 0, quota: 1000 });
});

test('what Jira says counts when others used more than the app knows, and never makes less of it', () => {
  expect(withCall(hour(100), 5, {}, now)).toEqual(hour(105));
  expect(withCall(hour(100), 5, { quota: 2000 }, now)).toEqual(hour(105, 2000));
  expect(withCall(hour(100), 5, { remaining: 150 }, now)).toEqual(hour(850));
  expect(withCall(hour(900), 5, { remaining: 500 }, now)).toEqual(hour(905));
  expect(withCall(hour(900), 5, { quota: 4000, remaining: 100 }, now)).toEqual(hour(3900, 4000));
});

test('an earlier end of the hour is believed, a later one is not', () => {
  expect(withCall(hour(1), 1, { resetsIn: 60 }, now).until).toBe(now + 60_000);
  expect(withCall(hour(1), 1, { resetsIn: 7200 }, now).until).toBe(now + hourMs);
});

test('what others wrote down is added to what this worker used since', () => {
  expect(withOthers(hour(300), 200, hour(400))).toEqual(hour(600));
  expect(withOthers(hour(950), 200, hour(400))).toEqual(hour(950));
});
