import { findingIdOf, type FindingItem } from '../../contract/inbox';

/** Of several items about one finding only the newest; the order of the others stays. */
export function newestOnly(items: readonly FindingItem[]): FindingItem[] {
  const newest = new Map<string, FindingItem>();
  for (const item of items) {
    const id = findingIdOf(item);
    const known = newest.get(id);
    if (!known || !isOlder(item, known)) newest.set(id, item);
  }
  return [...newest.values()];
}

/**
 * Findings of which older items said something else than the newest: gone, or another status. It was so for a while,
 * even where all of it is worked off together.
 */
export function turnedFindings(items: readonly FindingItem[], newest: readonly FindingItem[]): Set<string> {
  const last = new Map(newest.map((item) => [findingIdOf(item), statusOf(item)]));
  return new Set(
    items.filter((item) => statusOf(item) !== last.get(findingIdOf(item))).map((item) => findingIdOf(item)),
  );
}

/** Undefined: gone. */
function statusOf(item: FindingItem): string | undefined {
  return 'gone' in item ? undefined : item.finding.status;
}

/** Snapshots of a portal whose clock is ahead all count as of their arrival: what it said itself decides between them. */
function isOlder(item: FindingItem, known: FindingItem): boolean {
  return item.seenAt < known.seenAt || (item.seenAt === known.seenAt && saidAt(item) < saidAt(known));
}

/** NaN where the portal did not say: that is older than nothing. */
function saidAt(item: FindingItem): number {
  return 'gone' in item ? NaN : Date.parse(item.finding.updatedAt ?? '');
}
