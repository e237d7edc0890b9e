import { findingIdOf, type GoneItem, type InboxItem, type SnapshotItem } from '../../contract/inbox';
import type { Ports } from '../ports';
import { type Applied, applyFindings } from './apply-findings';
import { applyGone } from './apply-gone';

/** Works off inbox items of one connection: snapshots, and findings that are gone. */
export async function applyItems(
  ports: Ports,
  connection: string,
  items: readonly InboxItem[],
): Promise<Applied> {
  const newest = newestOnly(items);
  const snapshots = newest.filter((item): item is SnapshotItem => !('gone' in item));
  const gone = newest.filter((item): item is GoneItem => 'gone' in item);
  const applied = await applyFindings(ports, connection, snapshots);
  if (gone.length === 0) return applied;
  const left = await applyGone(ports, connection, gone);
  return { items: [...applied.items, ...left.items], later: [...applied.later, ...left.later] };
}

/** Of several items about one finding only the newest counts. */
function newestOnly(items: readonly InboxItem[]): InboxItem[] {
  const newest = new Map<string, InboxItem>();
  for (const item of items) {
    const id = findingIdOf(item);
    const known = newest.get(id);
    if (!known || known.seenAt <= item.seenAt) newest.set(id, item);
  }
  return [...newest.values()];
}
