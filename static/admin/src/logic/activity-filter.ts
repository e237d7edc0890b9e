import type { Activity, ActivityItem, Outcome } from '../../../../src/contract/activity';

export interface ActivityFilter {
  readonly text: string;
  readonly outcome?: Outcome;
}

/** The findings of a batch that match; undefined when the batch as a whole does not. An empty filter takes all. */
export function matching(activity: Activity, { text, outcome }: ActivityFilter): ActivityItem[] | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && outcome === undefined) return activity.items;
  const items = activity.items.filter(
    (item) => (outcome === undefined || item.outcome === outcome) && (wanted === '' || holds(item, wanted)),
  );
  if (items.length > 0) return items;
  const counted = wanted === '' && outcome !== undefined && (activity.counts[outcome] ?? 0) > 0;
  return counted ? [] : undefined;
}

function holds({ finding, product, issues, reason }: ActivityItem, wanted: string): boolean {
  return [finding, product, ...issues, reason ?? ''].some((text) => text.toLowerCase().includes(wanted));
}

/** Pages of a list joined without repeating what moved from one page to the next meanwhile. */
export function joined<T extends { readonly id: string }>(pages: readonly (readonly T[])[]): T[] {
  return [...new Map(pages.flat().map((one) => [one.id, one])).values()];
}
