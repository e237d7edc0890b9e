/** Running totals of what was done, brought up to date piece by piece. */
import type { Activity, ActivitySums } from '../../contract/activity';
import { dayOf, hourMs, hourOf, hourWithActivity, lastDays, withActivity } from './totals';

/** Totals are kept for so many days and hours. */
export const daysSummed = 30;
const hoursSummed = 24;

/** The sums with what was done after them, up to a moment (ms). */
export function withActivities(
  { days, hours }: ActivitySums,
  activities: readonly Activity[],
  upTo: number,
): ActivitySums {
  const byDay = new Map(days.map((total) => [total.day, total]));
  const byHour = new Map(hours.map((total) => [total.hour, total]));
  for (const activity of activities) {
    const day = dayOf(activity.at);
    byDay.set(day, withActivity(byDay.get(day), activity));
    const hour = hourOf(activity.at);
    byHour.set(hour, hourWithActivity(byHour.get(hour), activity));
  }
  return { v: 1, upTo, days: [...byDay.values()], hours: [...byHour.values()] };
}

/** The sums without the days and hours that are too old to be told. */
export function recent(sums: ActivitySums, now: number): ActivitySums {
  const days = new Set(lastDays(now, daysSummed));
  const oldest = hourOf(now) - hoursSummed * hourMs;
  return {
    ...sums,
    days: sums.days.filter(({ day }) => days.has(day)),
    hours: sums.hours.filter(({ hour }) => hour >= oldest),
  };
}

/** Activities of one moment stay together: those of the last one, of which there may be more, are held back. */
export function upToLastMoment(activities: readonly Activity[]): {
  readonly done: Activity[];
  readonly rest: Activity[];
} {
  const last = activities.at(-1)?.at;
  return {
    done: activities.filter(({ at }) => at !== last),
    rest: activities.filter(({ at }) => at === last),
  };
}
