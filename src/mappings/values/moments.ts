/** Values of number, date and time fields. */
import { isDay } from '../../core/data/dates';
import { type Fitted, type Given, misfit, nothing, one } from './fitted';

/** Jira refuses numbers beyond a hundred trillion. */
const largest = 1e14;

/** A number; texts that are one count. */
export function fitNumber({ values }: Given): Fitted {
  const [first] = values;
  if (first === undefined) return nothing;
  const number = typeof first === 'string' ? Number(first) : first;
  if (typeof number !== 'number' || !Number.isFinite(number) || Math.abs(number) > largest) return misfit;
  return one(number, values);
}

/** Within what every calendar writes with four digits. */
const earliest = Date.parse('0001-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');
const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function timeOf(value: unknown): number {
  const [text, clock, zone] = typeof value === 'string' ? (moment.exec(value.trim()) ?? []) : [];
  if (text === undefined) return Number.NaN;
  if (!isDay(text.slice(0, 10))) return Number.NaN;
  return Date.parse(clock !== undefined && zone === undefined ? `${text}Z` : text);
}

/** A day, `YYYY-MM-DD`; of a moment, its day in UTC. */
export function fitDay({ values }: Given): Fitted {
  const time = momentOf(values[0]);
  if (typeof time !== 'number') return time;
  return one(new Date(time).toISOString().slice(0, 10), values);
}

/** A moment as Jira writes it; a day is its beginning in UTC. */
export function fitMoment({ values }: Given): Fitted {
  const time = momentOf(values[0]);
  if (typeof time !== 'number') return time;
  return one(new Date(time).toISOString().replace('Z', '+0000'), values);
}

function momentOf(value: unknown): number | Fitted {
  if (value === undefined) return nothing;
  const time = timeOf(value);
  return time >= earliest && time <= latest ? time : misfit;
}
