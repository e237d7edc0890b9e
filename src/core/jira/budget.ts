/** How the points that Jira grants an hour are shared out: what is urgent must still get through when much else is done. */
import type { Limited } from './failure';

/** `urgent`: events and people who wait. `bulk`: findings and todos. `background`: what looks after things by itself. */
export type Urgency = 'urgent' | 'bulk' | 'background';

/** The part of the hour's points up to which each kind of work goes on. */
export const shares: Readonly<Record<Urgency, number>> = { urgent: 1, bulk: 0.9, background: 0.5 };

/** What Jira grants an app an hour, for all sites together, as long as it says nothing else. */
export const usualQuota = 65_000;

/** What is known to be used of the hour that ends at `until` (ms), by whomever. */
export interface HourUse {
  readonly until: number;
  readonly used: number;
  readonly quota: number;
}

/** What Jira says of the quota: how much there is an hour, what is left, and in how many seconds it is full again. */
export interface QuotaReport {
  readonly quota?: number;
  readonly remaining?: number;
  readonly resetsIn?: number;
}

const hourMs = 3_600_000;

/** The use of the hour of `now`. An hour that is over counts no more; Jira's hours are those of UTC. */
export function hourAt(known: HourUse | undefined, now: number): HourUse {
  if (known && known.until > now) return known;
  return { until: (Math.floor(now / hourMs) + 1) * hourMs, used: 0, quota: known?.quota ?? usualQuota };
}

/** The hour after a call: with its points, and put right by what Jira said with its answer. */
export function withCall(hour: HourUse, points: number, report: QuotaReport, now: number): HourUse {
  const quota = report.quota ?? hour.quota;
  const elsewhere = report.remaining === undefined ? 0 : quota - report.remaining;
  const end = report.resetsIn === undefined ? hour.until : now + report.resetsIn * 1000;
  return { quota, used: Math.max(hour.used + points, elsewhere), until: Math.min(hour.until, end) };
}

/** The hour as two saw it: what this worker used and nobody wrote down yet is added to what the others wrote. */
export function withOthers(mine: HourUse, unwritten: number, stored: HourUse): HourUse {
  return { ...mine, used: Math.max(mine.used, stored.used + unwritten) };
}

/** What this kind of work has to wait for; undefined: it may go on. */
export function waitOf(hour: HourUse, urgency: Urgency, now: number): Limited | undefined {
  if (hour.used < hour.quota * shares[urgency]) return undefined;
  return {
    kind: 'limited',
    own: true,
    retryAfter: Math.max(1, Math.ceil((hour.until - now) / 1000)),
    reason: 'hourly budget',
  };
}

/** So many points may be used before the others hear of them: few where the line is near. */
export function tellAfter(hour: HourUse, urgency: Urgency): number {
  const left = hour.quota * shares[urgency] - hour.used;
  return Math.max(10, Math.min(300, Math.floor(left / 8)));
}
