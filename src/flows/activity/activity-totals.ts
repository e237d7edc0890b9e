/** What was done, in numbers: days that are over are summed up once, the rest is counted from its records. */
import type { AdminOutputs } from '../../contract/api';
import type { DayTotal, HourTotal } from '../../contract/activity';
import {
  dayMs,
  dayOf,
  emptyDay,
  hourMs,
  hourOf,
  hourWithActivity,
  lastDays,
  lastHours,
  withActivity,
} from '../../core/activity/totals';
import type { Ports } from '../ports';

/** Records are kept for as many days. */
const daysShown = 30;

/** The numbers of the last 30 days and 24 hours. */
export async function readTotals(ports: Ports): Promise<AdminOutputs['activity.stats']> {
  const now = ports.now();
  const days = lastDays(now, daysShown);
  const known = new Map((await ports.activity.totals(days)).map((total) => [total.day, total]));
  const { counted, hours } = await count(ports, firstUncounted(days, known, now), known);
  return {
    days: days.map((day) => known.get(day) ?? counted.get(day) ?? emptyDay(day)),
    hours: lastHours(now, hours),
  };
}

/** Puts the totals of days that are over away, so that nobody needs to count them again. */
export async function rollUp(ports: Ports): Promise<void> {
  const now = ports.now();
  const days = lastDays(now, daysShown);
  const known = new Map((await ports.activity.totals(days)).map((total) => [total.day, total]));
  const { counted } = await count(ports, firstUncounted(days, known, now), known);
  for (const day of days.filter((one) => one !== dayOf(now) && !known.has(one)))
    await ports.activity.putTotal(counted.get(day) ?? emptyDay(day));
}

/** The start of the first day without a total, at least a day ago so that 24 hours can be told. */
function firstUncounted(days: readonly string[], known: ReadonlyMap<string, DayTotal>, now: number): number {
  const day = days.find((one) => !known.has(one)) ?? dayOf(now);
  return Math.min(Date.parse(day), hourOf(now) - dayMs + hourMs);
}

async function count(
  ports: Ports,
  since: number,
  known: ReadonlyMap<string, DayTotal>,
): Promise<{ counted: Map<string, DayTotal>; hours: Map<number, HourTotal> }> {
  const counted = new Map<string, DayTotal>();
  const hours = new Map<number, HourTotal>();
  for await (const page of ports.activity.since(since))
    for (const activity of page) {
      const day = dayOf(activity.at);
      if (!known.has(day)) counted.set(day, withActivity(counted.get(day), activity));
      const hour = hourOf(activity.at);
      hours.set(hour, hourWithActivity(hours.get(hour), activity));
    }
  return { counted, hours };
}
