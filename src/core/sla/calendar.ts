/** Days as an organisation counts them: in its time zone, with its working days and holidays. */
import type { Clock, Sla } from '../../contract/sla';
import { addDays, dateIn, weekday } from '../data/dates';

export type Count = Clock['count'];

/** Made once a pass: what it costs to ask for the days of a time zone is paid once. */
export interface Calendar {
  /** The date that it shows at a moment (ms). */
  dateAt(at: number): string;
  /** The first moment (ms) of a date: also where the clocks change at midnight. */
  startOf(date: string): number;
  /** The date so many days after another (before it, where negative); the date itself is day 0. */
  plus(date: string, days: number, count: Count): string;
  /** How many days lie from one date up to another, which does not count itself. */
  between(from: string, to: string, count: Count): number;
}

const hourMs = 3_600_000;
/** Time zones lie at most so far from UTC. */
const farthest = { east: 14 * hourMs, west: 12 * hourMs } as const;
const minuteMs = 60_000;

/** The calendar of these settings. */
export function calendarOf({
  timeZone,
  workingDays,
  holidays,
}: Pick<Sla, 'timeZone' | 'workingDays' | 'holidays'>): Calendar {
  const free = new Set(holidays);
  const isWorking = (date: string) => workingDays.includes(weekday(date)) && !free.has(date);
  const dateAt = (at: number): string => dateIn(timeZone, at);
  const starts = new Map<string, number>();
  return {
    dateAt,
    startOf(date) {
      const known = starts.get(date) ?? firstMomentOf(date, dateAt);
      starts.set(date, known);
      return known;
    },
    plus: (date, days, count) =>
      withinYears(count === 'calendar' ? addDays(date, days) : plusWorking(date, days, isWorking)),
    between: (from, to, count) => daysBetween(from, to, count === 'calendar' ? () => true : isWorking),
  };
}

/** Looked for by halves, to the minute: no rule of a time zone is finer. */
function firstMomentOf(date: string, dateAt: (at: number) => string): number {
  const midnight = Date.parse(date);
  let [before, after] = [midnight - farthest.east - hourMs, midnight + farthest.west + hourMs];
  while (after - before > minuteMs) {
    const middle = before + Math.floor((after - before) / 2 / minuteMs) * minuteMs;
    if (dateAt(middle) >= date) after = middle;
    else before = middle;
  }
  return after;
}

function plusWorking(date: string, days: number, isWorking: (date: string) => boolean): string {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    if (isWorking(day)) left -= 1;
    if (!hasFourDigits(day)) return day;
  }
  return day;
}

/** Portals write 9999-12-31 for "never": Jira takes no later day. */
function withinYears(date: string): string {
  if (hasFourDigits(date)) return date;
  return date.startsWith('-') ? '0001-01-01' : '9999-12-31';
}

function hasFourDigits(date: string): boolean {
  return /^\d{4}-/.test(date);
}

function daysBetween(from: string, to: string, counts: (date: string) => boolean): number {
  let days = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (counts(day)) days += 1;
  return days;
}
