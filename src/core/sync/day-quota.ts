/** Who gets the places that a rule has a day (UTC), and who waits for another day. */
import type { DayQuota } from '../../contract/day-quota';
import { type Severity, severityLevel } from '../../contract/finding';

const dayMs = 86_400_000;
/** Whoever has waited so long may go before what is more severe and came later. */
const patienceMs = 7 * dayMs;
/** So great a part of the places is theirs. */
const patientShare = 1 / 5;
const daysKept = 2;

/** A finding that wants a place. `mark` tells it from others; `since` (ms): when it began to wait. */
export interface Waiting {
  readonly mark: string;
  readonly severity: Severity;
  readonly since: number;
}

export interface Granted {
  readonly quota: DayQuota;
  /** The marks of those that have a place. */
  readonly granted: ReadonlySet<string>;
}

/** No place was ever taken. */
export const emptyQuota: DayQuota = { version: 0, days: {}, waiting: false };

/** The findings that come: they take what is left, unless others wait. One that got a place lately keeps it. */
export function takePlaces(
  quota: DayQuota,
  wanted: readonly Waiting[],
  perDay: number,
  now: number,
): Granted {
  const had = new Set(Object.values(quota.days).flat());
  const fresh = wanted.filter(({ mark }) => !had.has(mark));
  const places = quota.waiting ? 0 : placesLeft(quota, perDay, now);
  const chosen = worstFirst(fresh).slice(0, places);
  return {
    quota: { ...withPlaces(quota, chosen, now), waiting: quota.waiting || fresh.length > chosen.length },
    granted: new Set([...wanted.filter(({ mark }) => had.has(mark)), ...chosen].map(({ mark }) => mark)),
  };
}

/** All that wait: the places that are left go to those whose turn it is. */
export function grantWaiting(
  quota: DayQuota,
  waiting: readonly Waiting[],
  perDay: number,
  now: number,
): Granted {
  const chosen = inTurn(waiting, placesLeft(quota, perDay, now), now);
  return {
    quota: { ...withPlaces(quota, chosen, now), waiting: waiting.length > chosen.length },
    granted: new Set(chosen.map(({ mark }) => mark)),
  };
}

/** Without the places of findings that made no use of them. */
export function giveBack(quota: DayQuota, marks: ReadonlySet<string>): DayQuota {
  const days = Object.entries(quota.days).map(([day, had]) => [day, had.filter((one) => !marks.has(one))]);
  return { ...quota, days: Object.fromEntries(days) as DayQuota['days'] };
}

/** How many places of today are left. */
export function placesLeft({ days }: DayQuota, perDay: number, now: number): number {
  return Math.max(0, perDay - (days[dayOf(now)]?.length ?? 0));
}

/** The most severe first; of one severity whoever waited longest. */
export function worstFirst<Of extends Pick<Waiting, 'severity' | 'since'>>(all: readonly Of[]): Of[] {
  return [...all].sort((a, b) => severityLevel(b.severity) - severityLevel(a.severity) || a.since - b.since);
}

/**
 * The worst first; but a fifth of the places, on average over the days, goes to those who have waited for more than a
 * week, so that nobody waits for ever.
 */
function inTurn(waiting: readonly Waiting[], places: number, now: number): Waiting[] {
  const day = Math.floor(now / dayMs);
  const share = Math.floor((day + 1) * places * patientShare) - Math.floor(day * places * patientShare);
  const patient = waiting
    .filter(({ since }) => since + patienceMs <= now)
    .sort((a, b) => a.since - b.since)
    .slice(0, share);
  const others = worstFirst(waiting.filter((one) => !patient.includes(one)));
  return [...patient, ...others.slice(0, Math.max(0, places - patient.length))];
}

function withPlaces(quota: DayQuota, chosen: readonly Waiting[], now: number): DayQuota {
  if (chosen.length === 0) return quota;
  const today = dayOf(now);
  const had = quota.days[today] ?? [];
  const days = { ...quota.days, [today]: [...had, ...chosen.map(({ mark }) => mark)] };
  const kept = Object.entries(days).sort(([a], [b]) => (a < b ? 1 : -1));
  return { ...quota, days: Object.fromEntries(kept.slice(0, daysKept)) };
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
