import fc from 'fast-check';
import { type Calendar, calendarOf } from '../../../src/core/sla/calendar';

const berlin = calendarOf({
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-04-03', '2026-04-06'],
});
const at = (iso: string) => Date.parse(iso);

test.each([
  ['2026-01-15', 0, 'working', '2026-01-15'],
  ['2026-01-15', 1, 'working', '2026-01-16'],
  ['2026-01-16', 1, 'working', '2026-01-19'],
  ['2026-01-17', 0, 'working', '2026-01-17'],
  ['2026-01-17', 1, 'working', '2026-01-19'],
  ['2026-04-02', 1, 'working', '2026-04-07'],
  ['2026-04-07', -1, 'working', '2026-04-02'],
  ['2026-01-19', -1, 'working', '2026-01-16'],
  ['2026-01-15', 30, 'calendar', '2026-02-14'],
  ['2024-02-28', 1, 'calendar', '2024-02-29'],
  ['9999-12-31', 365, 'calendar', '9999-12-31'],
  ['9999-12-31', 365, 'working', '9999-12-31'],
  ['0000-01-01', -1, 'calendar', '0001-01-01'],
] as const)('the base day is day 0: %s and %i %s days are %s', (from, days, count, to) => {
  expect(berlin.plus(from, days, count)).toBe(to);
});

test.each([
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z'],
  ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00Z'],
  // There the clocks go forward at midnight: the day begins at one.
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z'],
  ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00Z'],
  ['Pacific/Niue', '2026-01-01', '2026-01-01T11:00:00Z'],
  ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00Z'],
])('in %s %s begins at %s', (timeZone, date, start) => {
  const calendar = calendarOf({ timeZone, workingDays: [1], holidays: [] });
  expect(new Date(calendar.startOf(date)).toISOString()).toBe(new Date(at(start)).toISOString());
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const anyDay = fc
  .integer({ min: at('2000-01-01') / 86_400_000, max: at('2040-12-31') / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    holidays: fc.array(anyDay, { maxLength: 20 }),
  })
  .map(calendarOf);
const count = fc.constantFrom('calendar' as const, 'working' as const);

test('later days and more days never come earlier, there and back is no detour, and a day begins within it', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyDay,
      anyDay,
      fc.nat({ max: 60 }),
      count,
      (calendar, one, other, days, how) => {
        const [first, last] = [one, other].sort() as [string, string];
        expect(calendar.plus(first, days, how) <= calendar.plus(last, days, how)).toBe(true);
        expect(calendar.plus(one, days, how) < calendar.plus(one, days + 1, how)).toBe(true);
        const there = calendar.plus(one, days, how);
        expect(calendar.plus(there, -days, how) <= one || how === 'working').toBe(true);
        const start = calendar.startOf(one);
        expect(calendar.dateAt(start) >= one).toBe(true);
        expect(calendar.dateAt(start - 1) < one).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test('as many days lie between two dates as it takes to get from the one to the other', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, fc.nat({ max: 90 }), count, (calendar, from, days, how) => {
      const to = calendar.plus(from, days, how);
      const between = calendar.between(
        calendar.plus(from, 1, 'calendar'),
        calendar.plus(to, 1, 'calendar'),
        how,
      );
      expect(between).toBe(days);
    }),
    { numRuns: 150 },
  );
});
