/** Values of number, date and time fields. */
import { type Fitted, type Given, misfit, nothing, one } from './fitted';

/** Jira refuses numbers beyond a hundred trillion. */
const largest = 1e14;

/** A number; texts that are one count. */
export function fitNumber({ values }: Given): Fitted {
  const [first] = values;
  const number = typeof first === 'string' && first.trim() !== '' ? Number(first) : first;
  if (first === '' || first === undefined) return nothing;
  if (typeof number !== 'number' || !Number.isFinite(number) || Math.abs(number) > largest) return misfit;
  return one(number, values);
}

/** Within what every calendar writes with four digits. */
const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function timeOf(value: unknown): number {
  if (typeof value !== 'string' || !moment.test(value.trim())) return Number.NaN;
  const text = value.trim();
  const time = Date.parse(/T.*\d$/.test(text) && !/[+-]\d{2}:?\d{2}$/.test(text) ? `${text}Z` : text);
  // The thirty-first of a shorter month is no day, although it can be read as the first of the next.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return day.toISOString().startsWith(text.slice(0, 10)) ? time : Number.NaN;
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
  if (value === undefined || value === '') return nothing;
  try {
    const time = timeOf(value);
    return Number.isNaN(time) || time < 0 - 62_135_596_800_000 || time > 253_402_300_799_999 ? misfit : time;
  } catch {
    // Texts that look like a day and are none, such as the forty-first.
    return misfit;
  }
}
