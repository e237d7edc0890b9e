import type { FindingItem } from '../../contract/inbox';
import { refOf, refText } from './link-key';

/** Of several items about one finding only the newest; the order of the others stays. */
export function newestOnly(connection: string, items: readonly FindingItem[]): FindingItem[] {
  const newest = new Map<string, FindingItem>();
  for (const item of items) {
    const id = refText(connection, refOf(item));
    const known = newest.get(id);
    if (!known || !isOlder(item, known)) newest.set(id, item);
  }
  return [...newest.values()];
}

/**
 * Findings (as `refText`) of which older items said something else than the newest: gone, or another status. It was so
 * for a while, even where all of it is worked off together.
 */
export function turnedFindings(
  connection: string,
  items: readonly FindingItem[],
  newest: readonly FindingItem[],
): Set<string> {
  const textOf = (item: FindingItem) => refText(connection, refOf(item));
  const last = new Map(newest.map((item) => [textOf(item), statusOf(item)]));
  return new Set(items.filter((item) => statusOf(item) !== last.get(textOf(item))).map(textOf));
}

/** Undefined: gone. */
function statusOf(item: FindingItem): string | undefined {
  return 'gone' in item ? undefined : item.finding.status;
}

/**
 * Snapshots of a portal whose clock is ahead all count as of their arrival: what it said itself decides between them.
 * What it says goes over what was only kept.
 */
function isOlder(item: FindingItem, known: FindingItem): boolean {
  if (item.seenAt !== known.seenAt) return item.seenAt < known.seenAt;
  return saidAt(item) < saidAt(known) || (isKept(item) && !isKept(known));
}

function isKept(item: FindingItem): boolean {
  return 'finding' in item && item.anew === true;
}

/** NaN where the portal did not say: that is older than nothing. */
function saidAt(item: FindingItem): number {
  return 'gone' in item ? NaN : Date.parse(item.finding.updatedAt ?? '');
}
