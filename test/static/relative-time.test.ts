import { dayAndTime, relativeTime, secondsInWords } from '../../static/shared/relative-time';

const now = Date.UTC(2026, 0, 31, 12);
const ago = (seconds: number, locale = 'en') => relativeTime(now - seconds * 1000, now, locale);

describe('how long ago', () => {
  test('is told in the largest unit that fits', () => {
    expect(ago(20)).toBe('just now');
    expect(ago(60)).toBe('1 minute ago');
    expect(ago(3 * 3600 + 1800)).toBe('3 hours ago');
    expect(ago(86_400)).toBe('yesterday');
    expect(ago(45 * 86_400)).toBe('last month');
  });

  test('looks ahead as well', () => {
    expect(ago(-2 * 86_400)).toBe('in 2 days');
  });

  test('speaks the language of the person', () => {
    expect(ago(120, 'de')).toBe('vor 2 Minuten');
    expect(ago(20, 'de-DE')).toBe('gerade eben');
    expect(ago(20, 'ru-RU')).toBe('только что');
  });
});

test('day and time are shown in the time zone of the person', () => {
  expect(dayAndTime(now, 'en-GB', 'Europe/Berlin')).toBe('31 Jan 2026, 13:00');
});

test.each([
  [1_423, 'en-US', '1.4 seconds'],
  [1_000, 'en-US', '1 second'],
  [3, 'en-US', '0.1 seconds'],
  [10_000, 'de-DE', '10 Sekunden'],
  [1_423, 'de-DE', '1,4 Sekunden'],
])('%i ms in %s are %s', (ms, locale, words) => {
  expect(secondsInWords(ms, locale)).toBe(words);
});
