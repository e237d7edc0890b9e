import type { Activity, ActivityItem, Outcome } from '../../contract/activity';

const shown = 100;

/** One activity record of a worked-off batch: complete counts, and the first hundred findings that were not unchanged. */
export function summarize(
  head: Omit<Activity, 'counts' | 'items'>,
  items: readonly ActivityItem[],
): Activity {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of items) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const notable = items.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'stale');
  const isPartial = notable.length > shown;
  return { ...head, counts, items: notable.slice(0, shown), ...(isPartial && { partial: true }) };
}
