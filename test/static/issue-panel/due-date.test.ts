import { dayInWords, dayOf, dueInWords } from '../../../static/issue-panel/format/due-date';
import { english, german } from '../../../static/issue-panel/texts/language';

describe('due dates', () => {
  it('read like people write them', () => {
    expect(dayInWords('2026-03-04', english.texts)).toBe('4 Mar 2026');
    expect(dayInWords('2026-03-04', german.texts)).toBe('4. März 2026');
  });

  it('stay as they are when they are no dates', () => {
    expect(dayInWords('soon', english.texts)).toBe('soon');
    expect(dayInWords('2026-13-01', english.texts)).toBe('2026-13-01');
  });

  it('count the days they are late, across months and the change to summer time', () => {
    expect(dueInWords('2026-11-21', '2026-11-22', english.texts)).toEqual({
      text: 'Due 21 Nov 2026, overdue by 1 day',
      overdue: true,
    });
    expect(dueInWords('2026-03-27', '2026-04-02', english.texts)).toEqual({
      text: 'Due 27 Mar 2026, overdue by 6 days',
      overdue: true,
    });
  });

  it('are said in German to whom Jira speaks German', () => {
    const said = (due: string) => dueInWords(due, '2026-11-22', german.texts).text;
    expect(said('2026-11-21')).toBe('Fällig am 21. Nov. 2026, überfällig seit 1 Tag');
    expect(said('2026-11-20')).toBe('Fällig am 20. Nov. 2026, überfällig seit 2 Tagen');
    expect(said('2026-11-22')).toBe('Fällig am 22. Nov. 2026, heute');
    expect(said('2026-11-23')).toBe('Fällig am 23. Nov. 2026');
  });

  it('are not late on the day itself', () => {
    expect(dueInWords('2026-11-22', '2026-11-22', english.texts)).toEqual({
      text: 'Due 22 Nov 2026, today',
      overdue: false,
    });
    expect(dueInWords('2026-11-23', '2026-11-22', english.texts)).toEqual({
      text: 'Due 23 Nov 2026',
      overdue: false,
    });
  });

  it('are compared with the day where the viewer is', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
    expect(dayOf(new Date(2026, 0, 6, 0, 1).getTime())).toBe('2026-01-06');
  });
});
