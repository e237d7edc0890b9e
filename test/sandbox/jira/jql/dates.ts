import type { World } from '../world';

const RELATIVE = /^([+-]?\d+)([wdhm])$/;
const UNIT_MS: Readonly<Record<string, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 };
const DAY = 86_400_000;

/** A span of time that a JQL date stands for: a day for `2026-08-06`, a minute for `2026-08-06 11:30`. */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
}

/** Reads a JQL date or relative period in the site's time zone; undefined when it is none. */
export function dateSpan(world: World, text: string): DateSpan | undefined {
  const relative = RELATIVE.exec(text);
  if (relative) return instant(world.clock.now() + Number(relative[1]) * (UNIT_MS[relative[2] ?? ''] ?? 0));
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/.test(text)
    ? Date.parse(text)
    : undefined;
  if (zoned !== undefined) return Number.isNaN(zoned) ? undefined : instant(zoned);
  const local = /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?: (\d\d?):(\d\d))?$/.exec(text);
  if (!local) return undefined;
  const [, year, month, day, hour, minute] = local;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0));
  const from = utc - world.options.utcOffsetMinutes * 60_000;
  return { from, to: from + (hour === undefined ? DAY : 60_000) - 1 };
}

function instant(at: number): DateSpan {
  return { from: at, to: at };
}

/** The moment a date function stands for; undefined when the function is not simulated. */
export function dateFunction(world: World, name: string): DateSpan | undefined {
  const now = world.clock.now();
  const offset = world.options.utcOffsetMinutes * 60_000;
  const midnight = Math.floor((now + offset) / DAY) * DAY - offset;
  switch (name.toLowerCase()) {
    case 'now':
      return instant(now);
    case 'startofday':
      return instant(midnight);
    case 'endofday':
      return instant(midnight + DAY - 1);
    case 'startofmonth':
      return instant(monthStart(now + offset, 0) - offset);
    case 'endofmonth':
      return instant(monthStart(now + offset, 1) - offset - 1);
    default:
      return undefined;
  }
}

function monthStart(at: number, months: number): number {
  const day = new Date(at);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1);
}

/** Midnight UTC-free form of a stored day, in the site's time zone. */
export function dayStart(world: World, day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - world.options.utcOffsetMinutes * 60_000;
}
