/** From when on a number counts milliseconds: as seconds it would be in the year 5138. */
const leastMs = 100_000_000_000;

/** A time as a tool writes it, a text or a number of seconds or milliseconds; undefined where it is none. */
export function instantOf(value: string | number | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const time = typeof value === 'string' ? Date.parse(value) : value < leastMs ? value * 1_000 : value;
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return Number.isNaN(date.getTime()) || year < 1970 || year > 9999 ? undefined : date.toISOString();
}
