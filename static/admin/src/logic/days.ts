/** Days of the calendar as people type and paste them. */
import { Day } from '#contract/finding';

/** The days in a text, and the words in it that are none. Days are read as 2026-12-25 or 25.12.2026. */
export function readDays(text: string): { days: string[]; wrong: string[] } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const read = words.map((word) => ({ word, day: dayOf(word) }));
  return {
    days: read.flatMap(({ day }) => day ?? []),
    wrong: read.flatMap(({ word, day }) => (day === undefined ? [word] : [])),
  };
}

function dayOf(word: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word) ?? [];
  const written = year === '' ? word : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Day.safeParse(written).success ? written : undefined;
}

/** All of them in their order, each once. */
export function withDays(days: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...days, ...more])].sort();
}
