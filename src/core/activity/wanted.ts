/** Which activity somebody looks for. */
import type { Activity, ActivityItem, Outcome, ReportDeed } from '../../contract/activity';
import { tallyOf } from '../data/tally';

/** Left out: all of it. */
export interface WantedActivity {
  readonly product?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly connection?: string | undefined;
  /** A part of the title, the finding's id or an issue's key; of a report, of what it says of itself. */
  readonly text?: string | undefined;
  /** From that moment on (ms), and up to that moment. */
  readonly after?: number | undefined;
  readonly before?: number | undefined;
}

/**
 * Of these batches what is wanted: the findings that fit, with their counts, and reports. A batch that says nothing of
 * it is left out. When nothing narrower than a time is wanted, batches without findings stay.
 */
export function wantedOf(activities: readonly Activity[], wanted: WantedActivity): Activity[] {
  const { product, outcome, connection, text = '', after = 0, before = Infinity } = wanted;
  const words = text.trim().toLowerCase();
  const isNarrow = product !== undefined || outcome !== undefined || words !== '';
  return activities.flatMap((activity) => {
    if (activity.at < after || activity.at > before) return [];
    if (connection !== undefined && activity.connection !== connection) return [];
    if (!isNarrow) return [activity];
    const items = activity.items.filter((item) => fits(item, product, outcome) && mentions(item, words));
    const isReport = activity.report && outcome === undefined && reportFits(activity.report, product, words);
    if (items.length === 0 && !isReport) return [];
    // The index by product or outcome counts what is not listed, too; the words are in what is listed.
    const counts = words === '' ? activity.counts : tallyOf(items.map((item) => item.outcome));
    return [{ ...activity, items, counts }];
  });
}

function fits(item: ActivityItem, product: string | undefined, outcome: Outcome | undefined): boolean {
  return (
    (product === undefined || item.product === product) && (outcome === undefined || item.outcome === outcome)
  );
}

function mentions({ title = '', finding, issues }: ActivityItem, words: string): boolean {
  return [title, finding, ...issues].some((one) => one.toLowerCase().includes(words));
}

function reportFits(report: ReportDeed, product: string | undefined, words: string): boolean {
  if (product !== undefined && report.product !== product) return false;
  return [report.tool, report.scope ?? '', report.receipt].some((one) => one.toLowerCase().includes(words));
}
