/**
 * What was done, in numbers: running totals that are brought up to date every hour, and by whoever looks at them. What
 * was done in the last minutes is counted each time anew, since it may still be on its way into the index.
 */
import type { Activity, ActivitySums } from '../../contract/activity';
import type { AdminOutputs } from '../../contract/api';
import { daysSummed, recent, upToLastMoment, withActivities } from '../../core/activity/sums';
import { dayOf, emptyDay, hourMs, lastDays, lastHours } from '../../core/activity/totals';
import type { Ports } from '../ports';

/** By then a batch that was done can be found. */
const settledMs = 2 * 60_000;
/** What a page's call and the hourly look may read, in storage units. */
const unitsACall = 100;
const unitsAnHour = 1_000;
/** So much counted anew is worth writing down. */
const worthKeeping = 100;

/** The numbers of the last 30 days and 24 hours. */
export async function readTotals(ports: Ports): Promise<AdminOutputs['activity.stats']> {
  const now = ports.now();
  const { sums, isCurrent } = await bringUp(ports, unitsACall);
  const last = isCurrent ? await withLatest(ports, sums, now) : sums;
  const days = new Map(last.days.map((total) => [total.day, total]));
  return {
    days: lastDays(now, daysSummed).map((day) => days.get(day) ?? emptyDay(day)),
    hours: lastHours(now, new Map(last.hours.map((total) => [total.hour, total]))),
    ...(isCurrent ? {} : { upTo: last.upTo }),
  };
}

/** Brings the totals up to date, as far as one run may read; the next one goes on. */
export async function sumUp(ports: Ports): Promise<void> {
  await bringUp(ports, unitsAnHour);
}

async function withLatest(ports: Ports, sums: ActivitySums, now: number): Promise<ActivitySums> {
  let latest = sums;
  for await (const { activities } of ports.activity.between(sums.upTo, now))
    latest = withActivities(latest, activities, latest.upTo);
  return withActivities(latest, [], now);
}

/** Counts what is settled and not counted yet, and puts the totals away where that spares the next one something. */
async function bringUp(
  ports: Ports,
  mostUnits: number,
): Promise<{ readonly sums: ActivitySums; readonly isCurrent: boolean }> {
  const settled = ports.now() - settledMs;
  const known = await ports.activity.sums();
  let sums = known ?? (await firstSums(ports, settled));
  let units = 0;
  let counted = 0;
  let open: Activity[] = [];
  for await (const page of ports.activity.between(sums.upTo, settled)) {
    const { done, rest } = upToLastMoment([...open, ...page.activities]);
    sums = withActivities(sums, done, (rest[0]?.at ?? sums.upTo + 1) - 1);
    open = rest;
    counted += done.length;
    units += page.units;
    if (units < mostUnits || done.length === 0) continue;
    await ports.activity.putSums(recent(sums, ports.now()));
    return { sums, isCurrent: false };
  }
  const current = withActivities(sums, open, Math.max(settled, sums.upTo));
  const isOld = current.upTo - (known?.upTo ?? 0) >= hourMs / 2;
  if (counted >= worthKeeping || isOld) await ports.activity.putSums(recent(current, ports.now()));
  return { sums: current, isCurrent: true };
}

/** What older versions counted and stored; nobody writes that any more. */
async function firstSums(ports: Ports, now: number): Promise<ActivitySums> {
  const days = lastDays(now, daysSummed);
  const known = new Map((await ports.activity.olderTotals(days)).map((total) => [total.day, total]));
  const firstOpen = Date.parse(days.find((day) => !known.has(day)) ?? dayOf(now));
  let sums: ActivitySums = { v: 1, upTo: now, days: [], hours: [] };
  for await (const page of ports.activity.older(Math.min(firstOpen, now - 24 * hourMs)))
    sums = withActivities(sums, page, now);
  const open = sums.days.filter(({ day }) => !known.has(day));
  return { ...sums, upTo: Date.parse(days[0] ?? dayOf(now)) - 1, days: [...known.values(), ...open] };
}
