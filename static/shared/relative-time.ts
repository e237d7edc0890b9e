import { spokenIn } from './spoken';

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** What happened less than a minute ago; Intl's "now" fits in no sentence. */
const justNow = { en: 'just now', de: 'gerade eben', ru: 'только что' } as const;

/** "3 minutes ago", "in 2 days", in the given language; both times in ms. Less than a minute ago is "just now". */
export function relativeTime(at: number, now: number, locale: string): string {
  const seconds = Math.round((at - now) / 1000);
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  if (unit === undefined && at <= now) return justNow[spokenIn(locale)];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (unit === undefined) return format.format(0, 'second');
  return format.format(Math.trunc(seconds / unit[1]), unit[0]);
}

/** Day and time in the given language and time zone, for hovers and lists. */
export function dayAndTime(at: number, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}

/** "1.4 seconds" in the given language, to a tenth of a second and never none. */
export function secondsInWords(ms: number, locale: string): string {
  const seconds = Math.max(0.1, Math.round(ms / 100) / 10);
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(
    seconds,
  );
}
