import fc from 'fast-check';
import {
  afterAnswer,
  afterRefusal,
  firstPace,
  isNewsTo,
  nextTurn,
  type Pace,
  paceAt,
  remembered,
  together,
  widest,
} from '../../../src/core/jira/pace';
import { now } from '../builders';

const refuse = (pace: Pace, at: number, pause?: number): Pace =>
  afterRefusal(pace, { begunAt: at, ...(pause === undefined ? {} : { pause }) }, at);
const answers = (pace: Pace, count: number): Pace =>
  Array.from({ length: count }).reduce<Pace>((one) => afterAnswer(one), pace);

/** `false`: a refusal; each takes a second. */
const course = fc.array(fc.boolean(), { maxLength: 200 });
const after = (events: readonly boolean[]): Pace =>
  events.reduce<Pace>(
    (pace, good, index) => (good ? afterAnswer(pace) : refuse(pace, now + 1 + index * 1000, 1000)),
    firstPace,
  );

test('whatever Jira answers, at least one call and never more than the widest goes out at once', () => {
  fc.assert(
    fc.property(course, (events) => {
      const { width } = after(events);
      expect(width).toBeGreaterThanOrEqual(1);
      expect(width).toBeLessThanOrEqual(widest);
    }),
  );
});

test('a refusal halves the pace, once for all calls that were on their way together', () => {
  fc.assert(
    fc.property(course, fc.integer({ min: 1, max: 30 }), (events, together) => {
      const before = after(events);
      const at = now + 1_000_000;
      const refused = Array.from({ length: together }).reduce<Pace>((pace) => refuse(pace, at, 1000), before);
      expect(refused.width).toBe(Math.max(1, before.width / 2));
    }),
  );
});

test('under refusals alone calls go out one after the other, and good answers bring all of it back', () => {
  fc.assert(
    fc.property(course, (events) => {
      const slow = Array.from({ length: 6 }).reduce<Pace>(
        (pace, _, index) => refuse(pace, now + 1_000_000 + index * 1000, 1000),
        after(events),
      );
      expect(slow.width).toBe(1);
      expect(answers(slow, widest * widest).width).toBe(widest);
    }),
  );
});

test('good answers widen quickly at first, and slowly from where it was too much', () => {
  expect(answers(firstPace, 4).width).toBe(8);
  const halved = refuse(answers(firstPace, 12), now, 1000);
  expect(halved.width).toBe(8);
  expect(answers(halved, 8).width).toBeCloseTo(9, 0);
});

test('of several refusals the longest pause stands, in any order', () => {
  const pause = fc.integer({ min: 1, max: 600_000 });
  fc.assert(
    fc.property(fc.array(pause, { minLength: 1, maxLength: 10 }), (pauses) => {
      const paused = pauses.reduce<Pace>((pace, one) => refuse(pace, now, one), firstPace);
      expect(paused.pausedUntil).toBe(now + Math.max(...pauses));
    }),
  );
});

test('where Jira does not say how long to wait, each refusal in a row waits twice as long, up to half a minute', () => {
  const waits: number[] = [];
  let pace: Pace = firstPace;
  for (let at = now; waits.length < 7; at = pace.pausedUntil) {
    pace = refuse(pace, at);
    waits.push(pace.pausedUntil - at);
  }
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  const again = afterAnswer(pace);
  expect(refuse(again, pace.pausedUntil).pausedUntil - pace.pausedUntil).toBe(2_000);
});

test('calls are spaced by the limit that Jira told, and what an idle second left is made up for', () => {
  const told = afterRefusal(firstPace, { begunAt: now, pause: 1000, perSecond: 5 }, now);
  expect(nextTurn(told, now, now)).toBe(now + 200);
  expect(nextTurn(told, now, now + 60_000)).toBe(now + 59_000);
  const again = afterRefusal(told, { begunAt: now + 5000, pause: 1000, perSecond: 5 }, now + 5000);
  expect(nextTurn(again, now, now + 60_000)).toBe(now + 59_750);
});

test('two workers know the longest pause, and the width of whoever was refused last', () => {
  const mine = refuse(answers(firstPace, 20), now, 60_000);
  const other = refuse(firstPace, now + 500, 1000);
  for (const both of [together(mine, other), together(other, mine)])
    expect(both).toMatchObject({ pausedUntil: now + 60_000, width: 2, slowedAt: now + 500 });
  expect(isNewsTo(other, mine)).toBe(true);
  expect(isNewsTo(together(mine, other), mine)).toBe(false);
});

test('what refusals taught is tried anew after a while, with the pause as it stands', () => {
  const slow = afterRefusal(firstPace, { begunAt: now, pause: 600_000, perSecond: 5 }, now);
  expect(paceAt(slow, now + remembered)).toBe(slow);
  expect(paceAt(slow, now + remembered + 1)).toMatchObject({
    gap: 0,
    quickUpTo: widest,
    pausedUntil: now + 600_000,
  });
});
