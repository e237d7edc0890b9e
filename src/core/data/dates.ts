/** Dates as `YYYY-MM-DD`: days of a calendar, without time and zone. */
import { remembered } from './remembered';

const dayMs = 86_400_000;
/** To make one takes as long as to use it a hundred times. */
const formatOf = remembered(
  (timeZone) =>
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
);

/** The date that a calendar in this time zone (IANA) shows at a moment (ms). */
export function dateIn(timeZone: string, at: number): string {
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return [part('year').padStart(4, '0'), part('month'), part('day')].join('-');
}

/** Whether it is a day of the calendar: engines take the thirty-first of a shorter month for the first of the next. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The first of these dates; undefined: none is given. */
export function earliest(dates: readonly (string | undefined)[]): string | undefined {
  return dates.flatMap((date) => date ?? []).sort()[0];
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return dateOf(Date.parse(date) + days * dayMs);
}

/** A day of a month (1 is January; 13 is the next year's), or the month's last where it has no such day. */
export function dayOfMonth(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1, Math.min(day, last)));
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** The ISO week of a date, like `2026-W48`: it belongs to the year of its Thursday. */
export function isoWeek(date: string): string {
  const thursday = addDays(date, 4 - weekday(date));
  const [year = ''] = thursday.split('-');
  const number = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * dayMs));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
