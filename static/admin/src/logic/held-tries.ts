/** A finding that is held up is tried again every hour: the log tells it once, by its newest try, and how often it was. */
import type { Activity, ActivityItem } from '#contract/activity';

/** `tries`: so often it was tried and held up for the same reason, the first time at `since` (ms). */
export type LogItem = ActivityItem & { readonly tries?: { readonly count: number; readonly since: number } };
export type Told = Omit<Activity, 'items'> & { readonly items: readonly LogItem[] };

/** What a later batch told of a finding, and how many before it told the same. */
interface Entry {
  readonly item: ActivityItem;
  count: number;
  since: number;
}

/** Newest first, as the batches are; one that told only what later ones tell is left out. */
export function withTries(activities: readonly Activity[]): Told[] {
  const newest = new Map<string, Entry>();
  const told = activities.map((activity) => {
    const entries: Entry[] = [];
    for (const item of activity.items) {
      const key = `${activity.connection}\n${item.product}\n${item.finding}`;
      const later = newest.get(key);
      if (later && isSameHold(later.item, item)) {
        later.count += 1;
        later.since = activity.at;
        continue;
      }
      const entry: Entry = { item, count: 1, since: activity.at };
      newest.set(key, entry);
      entries.push(entry);
    }
    return { activity, entries };
  });
  return told.flatMap(({ activity, entries }) => {
    const { held = 0, ...others } = activity.counts;
    const left = held - (activity.items.length - entries.length);
    const counts = left > 0 ? { ...others, held: left } : others;
    if (entries.length < activity.items.length && Object.keys(counts).length === 0) return [];
    return [{ ...activity, counts, items: entries.map(itemOf) }];
  });
}

function itemOf({ item, count, since }: Entry): LogItem {
  return count > 1 ? { ...item, tries: { count, since } } : item;
}

function isSameHold(one: ActivityItem, other: ActivityItem): boolean {
  return one.outcome === 'held' && other.outcome === 'held' && one.reason?.code === other.reason?.code;
}
