import { type InboxItem, isCommentItem, isReportItem } from '../../contract/inbox';
import { type AppFailure, appFailed } from '../../core/sync/app-failure';
import { bareRecord } from '../../core/sync/bare-record';
import { heldBy } from '../../core/sync/finding-states';
import { linkKey, refOf } from '../../core/sync/link-key';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import { parkComment } from '../comments/park-comment';
import { parkReport } from './park-report';

/** Parks what the app itself cannot digest, with its snapshot, where an admin sees it. What is older than known is dropped. */
export async function parkItem(
  ports: Ports,
  connection: string,
  item: InboxItem,
  failure: AppFailure,
): Promise<void> {
  if (isReportItem(item)) {
    await parkReport(ports, connection, item, failure);
    return;
  }
  if (isCommentItem(item)) {
    await parkComment(ports, connection, item, failure);
    return;
  }
  const key = linkKey(connection, refOf(item));
  const before = (await ports.links.getMany([key])).get(key);
  if (before && before.seenAt > item.seenAt) return;
  const known = before ?? bareRecord(connection, item);
  const held = 'gone' in item ? { parked: 'close' as const } : { held: item.finding, parked: undefined };
  const after = heldBy({ ...known, seenAt: item.seenAt, ...held }, appFailed(failure));
  await commit(ports, [{ key, before, after, leaseFor: 0 }]);
}
