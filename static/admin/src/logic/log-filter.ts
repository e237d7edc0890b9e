/** What is looked for in the log, as people choose it, and as it is asked for. */
import type { AdminInput } from '#contract/api';
import { type Outcome, outcomes } from '#contract/activity';

export interface LogFilter {
  readonly text: string;
  readonly product?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly connection?: string | undefined;
  /** Days (YYYY-MM-DD) of whoever looks, both within. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What can be looked for: of the others only numbers are kept. */
export const listedOutcomes = outcomes.filter((outcome) => outcome !== 'unchanged' && outcome !== 'stale');

/** As the backend is asked; undefined: for all that was done. */
export function askedFor(filter: LogFilter): AdminInput<'activity.search'> | undefined {
  const { text, product, outcome, connection, from, to } = filter;
  const after = startOf(from, 0);
  const before = startOf(to, 1);
  const asked = {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(product !== undefined && { product }),
    ...(outcome !== undefined && { outcome }),
    ...(connection !== undefined && { connection }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before: before - 1 }),
  };
  return Object.keys(asked).length === 0 ? undefined : asked;
}

/** The start of a day, or of one so many days later, where the person is (ms). */
function startOf(day: string | undefined, later: number): number | undefined {
  const [year, month, date] =
    /^(\d{4})-(\d{2})-(\d{2})$/
      .exec(day ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = new Date(year, month - 1, date + later).getTime();
  return at >= 0 ? at : undefined;
}
