import {
  dayMs,
  dayOf,
  emptyDay,
  hourMs,
  hourOf,
  hourWithActivity,
  lastDays,
  lastHours,
  withActivity,
} from '../../../src/core/activity/totals';
import { now } from '../builders';

const activity = { id: 'a', at: now, connection: 'abcdefgh', jiraCalls: 3, jiraPoints: 5, items: [] };

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
    jiraPoints: 5,
  });
});

test('further activities are added, outcome by outcome', () => {
  const total = { day: '2026-01-15', counts: { created: 2, held: 1 }, jiraCalls: 4, jiraPoints: 6 };
  const before = structuredClone(total);
  expect(withActivity(total, { ...activity, counts: { created: 1, moved: 5 } })).toEqual({
    day: '2026-01-15',
    counts: { created: 3, held: 1, moved: 5 },
    jiraCalls: 7,
    jiraPoints: 11,
  });
  expect(total).toEqual(before);
});

test('an hour adds up what its activities used', () => {
  const first = hourWithActivity(undefined, { ...activity, at: now + 9, counts: {} });
  expect(first).toEqual({ hour: now, jiraCalls: 3, jiraPoints: 5 });
  expect(hourWithActivity(first, { ...activity, counts: {} })).toEqual({
    hour: now,
    jiraCalls: 6,
    jiraPoints: 10,
  });
});

test('a day without activities has a total of nothing', () => {
  expect(emptyDay('2026-01-15')).toEqual({ day: '2026-01-15', counts: {}, jiraCalls: 0, jiraPoints: 0 });
});

test('the last hours end with this one; an hour without calls has none', () => {
  const used = (hour: number, jiraCalls: number) => ({ hour, jiraCalls, jiraPoints: 2 * jiraCalls });
  const known = [used(now, 7), used(now - 23 * hourMs, 2), used(now - 24 * hourMs, 9)];
  const hours = lastHours(now + 5, new Map(known.map((one) => [one.hour, one])));
  expect(hours).toHaveLength(24);
  expect(hours[0]).toEqual(used(now - 23 * hourMs, 2));
  expect(hours[1]).toEqual(used(now - 22 * hourMs, 0));
  expect(hours[23]).toEqual(used(now, 7));
});
