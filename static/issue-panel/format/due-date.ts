const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const DAY_MS = 86_400_000;

/** `2026-11-03` as `3 Nov 2026`; anything else stays as it is. */
export function dayInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return year === undefined || name === undefined ? day : `${String(Number(date))} ${name} ${year}`;
}

/** The day of a moment (ms since the epoch) where the viewer is: `2026-11-03`. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How a due date stands to the viewer's day; both YYYY-MM-DD. */
export function dueInWords(due: string, today: string): { readonly text: string; readonly overdue: boolean } {
  const days = Math.round((Date.parse(today) - Date.parse(due)) / DAY_MS);
  const named = `Due ${dayInWords(due)}`;
  if (days > 0) return { text: `${named}, overdue by ${inDays(days)}`, overdue: true };
  return { text: days === 0 ? `${named}, today` : named, overdue: false };
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${String(days)} days`;
}
