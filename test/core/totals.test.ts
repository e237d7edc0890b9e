import { dayMs, dayOf, hourMs, hourOf, lastDays, lastHours, withActivity } from '../../src/core/totals';
import { now } from './builders';

const activity = { id: 'a', at: now, connection: 'abcdefgh', jiraCalls: 3, items: [] };

test('a day begins at midnight in UTC', () => {
  expect(dayOf(Date.UTC(2026, 0, 31))).toBe('2026-01-31');
  expect(dayOf(Date.UTC(2026, 0, 31) - 1)).toBe('2026-01-30');
  expect(dayMs).toBe(86_400_000);
});

test('the last days end with today, across months', () => {
  expect(lastDays(Date.UTC(2026, 2, 1, 23), 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  expect(lastDays(now, 1)).toEqual(['2026-01-15']);
  expect(lastDays(now, 0)).toEqual([]);
});

test('an hour begins at its first minute', () => {
  expect(hourOf(now)).toBe(now);
  expect(hourOf(now + hourMs - 1)).toBe(now);
  expect(hourOf(now - 1)).toBe(now - hourMs);
});

test('the first activity of a day begins its total', () => {
  expect(withActivity(undefined, { ...activity, counts: { created: 2 } })).toEqual({
    day: '2026-01-15',
    counts: { created: 2 },
    jiraCalls: 3,
  });
});

test('further activities are added, outcome by outcome', () => {
  const total = { day: '2026-01-15', counts: { created: 2, held: 1 }, jiraCalls: 4 };
  const before = structuredClone(total);
  expect(withActivity(total, { ...activity, counts: { created: 1, moved: 5 } })).toEqual({
    day: '2026-01-15',
    counts: { created: 3, held: 1, moved: 5 },
    jiraCalls: 7,
  });
  expect(total).toEqual(before);
});

test('the last hours end with this one; an hour without calls has none', () => {
  const hours = lastHours(
    now + 5,
    new Map([
      [now, 7],
      [now - 23 * hourMs, 2],
      [now - 24 * hourMs, 9],
    ]),
  );
  expect(hours).toHaveLength(24);
  expect(hours[0]).toEqual({ hour: now - 23 * hourMs, jiraCalls: 2 });
  expect(hours[1]).toEqual({ hour: now - 22 * hourMs, jiraCalls: 0 });
  expect(hours[23]).toEqual({ hour: now, jiraCalls: 7 });
});
