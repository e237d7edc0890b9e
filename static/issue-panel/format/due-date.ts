import type { Texts } from '../texts/language';

const DAY_MS = 86_400_000;

/** `2026-11-03` as `3 Nov 2026` in the viewer's language; anything else stays as it is. */
export function dayInWords(day: string, texts: Texts): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = texts.months[Number(month) - 1];
  return year === undefined || name === undefined ? day : texts.day(Number(date), name, year);
}

/** The day of a moment (ms since the epoch) where the viewer is: `2026-11-03`. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How a due date stands to the viewer's day; both YYYY-MM-DD. */
export function dueInWords(
  due: string,
  today: string,
  texts: Texts,
): { readonly text: string; readonly overdue: boolean } {
  const days = Math.round((Date.parse(today) - Date.parse(due)) / DAY_MS);
  const day = dayInWords(due, texts);
  if (days > 0) return { text: texts.overdue(day, days), overdue: true };
  return { text: days === 0 ? texts.dueToday(day) : texts.due(day), overdue: false };
}
