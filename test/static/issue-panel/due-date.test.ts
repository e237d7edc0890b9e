import { dayInWords, dayOf, dueInWords } from '../../../static/issue-panel/format/due-date';

describe('due dates', () => {
  it('read like people write them', () => {
    expect(dayInWords('2026-03-04')).toBe('4 Mar 2026');
  });

  it('stay as they are when they are no dates', () => {
    expect(dayInWords('soon')).toBe('soon');
    expect(dayInWords('2026-13-01')).toBe('2026-13-01');
  });

  it('count the days they are late, across months and the change to summer time', () => {
    expect(dueInWords('2026-11-21', '2026-11-22')).toEqual({
      text: 'Due 21 Nov 2026, overdue by 1 day',
      overdue: true,
    });
    expect(dueInWords('2026-03-27', '2026-04-02')).toEqual({
      text: 'Due 27 Mar 2026, overdue by 6 days',
      overdue: true,
    });
  });

  it('are not late on the day itself', () => {
    expect(dueInWords('2026-11-22', '2026-11-22')).toEqual({
      text: 'Due 22 Nov 2026, today',
      overdue: false,
    });
    expect(dueInWords('2026-11-23', '2026-11-22')).toEqual({ text: 'Due 23 Nov 2026', overdue: false });
  });

  it('are compared with the day where the viewer is', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
    expect(dayOf(new Date(2026, 0, 6, 0, 1).getTime())).toBe('2026-01-06');
  });
});
