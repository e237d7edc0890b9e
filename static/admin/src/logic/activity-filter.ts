import type { Reason } from '../../../../src/contract/messages/message';
import type { Activity, ActivityItem, Outcome, ReportDeed } from '../../../../src/contract/activity';

export interface ActivityFilter {
  readonly text: string;
  readonly outcome?: Outcome;
}

/**
 * The findings of a batch that match; undefined when the batch as a whole does not. An empty filter takes all.
 * `say` puts reasons into the words that the person reads.
 */
export function matching(
  activity: Activity,
  { text, outcome }: ActivityFilter,
  say: (message: Reason) => string,
): ActivityItem[] | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && outcome === undefined) return activity.items;
  const items = activity.items.filter(
    (item) =>
      (outcome === undefined || item.outcome === outcome) &&
      (wanted === '' || textsOf(item, say).some((one) => one.toLowerCase().includes(wanted))),
  );
  if (items.length > 0) return items;
  if (outcome === undefined && activity.report && saidOf(activity.report, say).includes(wanted)) return items;
  const counted = wanted === '' && outcome !== undefined && (activity.counts[outcome] ?? 0) > 0;
  return counted ? [] : undefined;
}

function textsOf(
  { finding, product, issues, reason }: ActivityItem,
  say: (message: Reason) => string,
): string[] {
  return [finding, product, ...issues, ...(reason ? [say(reason)] : [])];
}

function saidOf(
  { product, tool, scope, receipt, reason }: ReportDeed,
  say: (message: Reason) => string,
): string {
  const texts = [product, tool, scope, receipt, reason && say(reason)];
  return texts.join('\n').toLowerCase();
}

/** Pages of a list joined without repeating what moved from one page to the next meanwhile. */
export function joined<T extends { readonly id: string }>(pages: readonly (readonly T[])[]): T[] {
  return [...new Map(pages.flat().map((one) => [one.id, one])).values()];
}
