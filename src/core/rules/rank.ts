/** Which of two values ranks higher, as `atLeast` and `atMost` compare them. */
import { severities, severityLevel, type Severity } from '../../contract/finding';
import type { FieldShape } from '../../contract/finding-fields';
import { isDay } from '../data/dates';

/** Numbers of places that a version may have; what has more is none. */
const mostPlaces = 8;

/**
 * Below, above or equal to zero; undefined: the two have no rank in common. Numbers as they are, dates and times by their
 * moment (a day counts from its beginning in UTC), versions such as `v1.10.2` place by place.
 */
export function compareRanks(
  type: FieldShape['type'] | undefined,
  a: unknown,
  b: unknown,
): number | undefined {
  const ranks = type === 'severity' ? [severityRank] : [numberRank, dateRank];
  for (const rank of ranks) {
    const [of, to] = [rank(a), rank(b)];
    if (of !== undefined && to !== undefined) return of - to;
  }
  return type === 'severity' ? undefined : compareVersions(versionOf(a), versionOf(b));
}

function severityRank(value: unknown): number | undefined {
  const severity = String(value).toLowerCase();
  return (severities as readonly string[]).includes(severity)
    ? severityLevel(severity as Severity)
    : undefined;
}

function numberRank(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** Only what begins with a day of the calendar: engines take almost any text with a number in it for a date. */
function dateRank(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^.{10}(?:$|[T ])/.test(value) || !isDay(value.slice(0, 10)))
    return undefined;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : moment;
}

function versionOf(value: unknown): readonly number[] | undefined {
  const said = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (!/^v?\d+(?:\.\d+)*$/i.test(said)) return undefined;
  const places = said.replace(/^v/i, '').split('.').map(Number);
  return places.length <= mostPlaces ? places : undefined;
}

function compareVersions(
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
): number | undefined {
  if (!a || !b) return undefined;
  const places = Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) - (b[at] ?? 0));
  return places.find((difference) => difference !== 0) ?? 0;
}
