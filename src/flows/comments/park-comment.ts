import type { CommentItem } from '../../contract/inbox';
import { entryKey } from '../../core/comments/origin';
import { withEntry, withPortalComment } from '../../core/comments/thread';
import { type AppFailure, appFailed, ofNoFinding } from '../../core/sync/app-failure';
import { linkKey, refOf } from '../../core/sync/link-key';
import type { Ports } from '../ports';

/** A comment that the app cannot digest: its receipt and an admin are told, and the others go on. */
export async function parkComment(
  ports: Ports,
  connection: string,
  item: CommentItem,
  failure: AppFailure,
): Promise<void> {
  const { cause, reason } = appFailed(failure);
  await ports.causes.note(ofNoFinding(cause), reason, ports.now());
  const place = entryKey(item.comment.finding, item.comment.id);
  await ports.threads.change(linkKey(connection, refOf(item)), (before) => {
    const thread = withPortalComment(before, item);
    const entry = thread.portal[place];
    if (!entry || thread === before) return before;
    const { waits: _lost, ...rest } = entry;
    return withEntry(thread, place, { ...rest, held: { cause, reason } });
  });
}
