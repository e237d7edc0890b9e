/** Sums of what was done, by day and hour (UTC). */
import type { Activity, DayTotal, HourTotal } from '../../contract/activity';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The day of a moment, for example `2026-01-31`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** So many days up to that of `now`, oldest first. */
export function lastDays(now: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => dayOf(now - (count - 1 - index) * dayMs));
}

/** The day with this activity added. */
export function withActivity(total: DayTotal | undefined, activity: Activity): DayTotal {
  const counts = { ...total?.counts };
  for (const [outcome, count] of entriesOf(activity.counts)) counts[outcome] = (counts[outcome] ?? 0) + count;
  return {
    day: dayOf(activity.at),
    counts,
    jiraCalls: (total?.jiraCalls ?? 0) + activity.jiraCalls,
    jiraPoints: (total?.jiraPoints ?? 0) + activity.jiraPoints,
  };
}

function entriesOf(counts: Activity['counts']): [keyof Activity['counts'], number][] {
  return Object.entries(counts) as [keyof Activity['counts'], number][];
}

/** A day on which nothing was done. */
export function emptyDay(day: string): DayTotal {
  return { day, counts: {}, jiraCalls: 0, jiraPoints: 0 };
}

/** The hour with this activity added. */
export function hourWithActivity(total: HourTotal | undefined, activity: Activity): HourTotal {
  return {
    hour: hourOf(activity.at),
    jiraCalls: (total?.jiraCalls ?? 0) + activity.jiraCalls,
    jiraPoints: (total?.jiraPoints ?? 0) + activity.jiraPoints,
  };
}

/** The last 24 hours with the calls and points of each, oldest first. */
export function lastHours(now: number, known: ReadonlyMap<number, HourTotal>): HourTotal[] {
  const current = hourOf(now);
  return Array.from({ length: 24 }, (_, index) => {
    const hour = current - (23 - index) * hourMs;
    return known.get(hour) ?? { hour, jiraCalls: 0, jiraPoints: 0 };
  });
}

/** The start of the hour of a moment. */
export function hourOf(at: number): number {
  return Math.floor(at / hourMs) * hourMs;
}
