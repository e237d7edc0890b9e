/** What was done, in numbers: days that are over are summed up once, the rest is counted from its records. */
import type { AdminOutputs } from '../contract/api';
import type { DayTotal } from '../contract/activity';
import { dayMs, dayOf, hourMs, hourOf, lastDays, lastHours, withActivity } from '../core/totals';
import type { Ports } from './ports';

/** Records are kept for as many days. */
const daysShown = 30;

/** The numbers of the last 30 days and 24 hours. */
export async function readTotals(ports: Ports): Promise<AdminOutputs['activity.stats']> {
  const now = ports.now();
  const days = lastDays(now, daysShown);
  const known = new Map((await ports.activity.totals(days)).map((total) => [total.day, total]));
  const { counted, callsByHour } = await count(ports, firstUncounted(days, known, now), known);
  return {
    days: days.map((day) => known.get(day) ?? counted.get(day) ?? { day, counts: {}, jiraCalls: 0 }),
    hours: lastHours(now, callsByHour),
  };
}

/** Puts the totals of days that are over away, so that nobody needs to count them again. */
export async function rollUp(ports: Ports): Promise<void> {
  const now = ports.now();
  const days = lastDays(now, daysShown);
  const known = new Map((await ports.activity.totals(days)).map((total) => [total.day, total]));
  const { counted } = await count(ports, firstUncounted(days, known, now), known);
  for (const day of days.filter((one) => one !== dayOf(now) && !known.has(one)))
    await ports.activity.putTotal(counted.get(day) ?? { day, counts: {}, jiraCalls: 0 });
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
): Promise<{ counted: Map<string, DayTotal>; callsByHour: Map<number, number> }> {
  const counted = new Map<string, DayTotal>();
  const callsByHour = new Map<number, number>();
  for await (const page of ports.activity.since(since))
    for (const activity of page) {
      const day = dayOf(activity.at);
      if (!known.has(day)) counted.set(day, withActivity(counted.get(day), activity));
      const hour = hourOf(activity.at);
      callsByHour.set(hour, (callsByHour.get(hour) ?? 0) + activity.jiraCalls);
    }
  return { counted, callsByHour };
}
