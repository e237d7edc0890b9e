import { addDays, isDay } from '../data/dates';

const countPattern = /^\d{1,4}$/;

/** The last day of an acceptance, written as a day or as a number of days from today; undefined: as neither. */
export function untilDay(text: string, today: string): string | undefined {
  if (countPattern.test(text)) return addDays(today, Number(text));
  return isDay(text) ? text : undefined;
}
