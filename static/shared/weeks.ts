const dayMs = 86_400_000;

/** Seven days from a Monday on; `to` is the Monday after. Both YYYY-MM-DD. */
export interface Week {
  readonly from: string;
  readonly to: string;
}

/** The day of a moment (ms) in a time zone, YYYY-MM-DD; in UTC where the zone is not known. */
export function dayIn(timeZone: string | undefined, moment: number): string {
  try {
    const format = new Intl.DateTimeFormat('en-CA', {
      ...(timeZone === undefined ? {} : { timeZone }),
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    return format.format(moment);
  } catch {
    // A zone that this browser does not know.
    return new Date(moment).toISOString().slice(0, 10);
  }
}

/** The last weeks up to the one that holds the day, oldest first. */
export function weeksUpTo(day: string, count: number): readonly Week[] {
  const at = Date.parse(day);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs;
  return Array.from({ length: count }, (_, index) => {
    const from = monday - (count - 1 - index) * 7 * dayMs;
    return { from: dayOf(from), to: dayOf(from + 7 * dayMs) };
  });
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
