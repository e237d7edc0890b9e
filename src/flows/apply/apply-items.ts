import type { FindingItem, GoneItem, SnapshotItem } from '../../contract/inbox';
import { newestOnly, turnedFindings } from '../../core/sync/newest-only';
import type { Ports } from '../ports';
import type { Applied } from './applied';
import { applyFindings } from './apply-findings';
import { applyGone } from './apply-gone';

/** Works off inbox items of one connection: snapshots, and findings that are gone. */
export async function applyItems(
  ports: Ports,
  connection: string,
  items: readonly FindingItem[],
): Promise<Applied> {
  const newest = newestOnly(connection, items);
  const snapshots = newest.filter((item): item is SnapshotItem => !('gone' in item));
  const gone = newest.filter((item): item is GoneItem => 'gone' in item);
  const applied = await applyFindings(
    ports,
    connection,
    snapshots,
    turnedFindings(connection, items, newest),
  );
  if (gone.length === 0) return applied;
  const left = await applyGone(ports, connection, gone);
  return { items: [...applied.items, ...left.items], later: [...applied.later, ...left.later] };
}
