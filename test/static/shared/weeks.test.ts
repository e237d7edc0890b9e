import * as fc from 'fast-check';
import { dayIn, weeksUpTo } from '../../../static/shared/weeks';

const anyDay = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('weeks', () => {
  it('begin on Mondays and end with the week of the day', () => {
    expect(weeksUpTo('2026-11-27', 2)).toEqual([
      { from: '2026-11-16', to: '2026-11-23' },
      { from: '2026-11-23', to: '2026-11-30' },
    ]);
    expect(weeksUpTo('2026-11-29', 1)).toEqual([{ from: '2026-11-23', to: '2026-11-30' }]);
    expect(weeksUpTo('2026-11-30', 1)).toEqual([{ from: '2026-11-30', to: '2026-12-07' }]);
  });

  it('follow each other without a gap, and the last one holds the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const weeks = weeksUpTo(day, count);
        const last = weeks.at(-1);
        expect(weeks).toHaveLength(count);
        expect(weeks.slice(1).map(({ from }) => from)).toEqual(weeks.slice(0, -1).map(({ to }) => to));
        expect((last?.from ?? '') <= day && day < (last?.to ?? '')).toBe(true);
        expect(weeks.every(({ from }) => new Date(from).getUTCDay() === 1)).toBe(true);
      }),
    );
  });
});

test('the day of a moment is that of the time zone, and of UTC where the zone is not known', () => {
  const moment = Date.UTC(2026, 11, 31, 23, 30);
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'No/Where', undefined];
  expect(zones.slice(0, 4).map((zone) => dayIn(zone, moment))).toEqual([
    '2026-12-31',
    '2027-01-01',
    '2026-12-31',
    '2026-12-31',
  ]);
});
