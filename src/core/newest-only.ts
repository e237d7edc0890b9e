import { findingIdOf, type InboxItem } from '../contract/inbox';

/** Of several items about one finding only the newest; the order of the others stays. */
export function newestOnly(items: readonly InboxItem[]): InboxItem[] {
  const newest = new Map<string, InboxItem>();
  for (const item of items) {
    const id = findingIdOf(item);
    const known = newest.get(id);
    if (!known || !isOlder(item, known)) newest.set(id, item);
  }
  return [...newest.values()];
}

/** Snapshots of a portal whose clock is ahead all count as of their arrival: what it said itself decides between them. */
function isOlder(item: InboxItem, known: InboxItem): boolean {
  if (item.seenAt !== known.seenAt) return item.seenAt < known.seenAt;
  const [mine, theirs] = [saidAt(item), saidAt(known)];
  return mine !== undefined && theirs !== undefined && mine < theirs;
}

function saidAt(item: InboxItem): number | undefined {
  const updatedAt = 'gone' in item ? undefined : item.finding.updatedAt;
  return updatedAt === undefined ? undefined : Date.parse(updatedAt);
}
