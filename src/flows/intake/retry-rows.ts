import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import { groupBy } from '../../core/data/lists';
import { isAppFailure } from '../../core/sync/app-failure';
import { settled, waiting } from '../../core/sync/finding-states';
import { suspected } from '../../core/sync/pending-mark';
import { screenOfCause } from '../../core/sync/screen-of-cause';
import { isContested } from '../../core/sync/rivals';
import { ruleOfTurn } from '../../core/sync/turn';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import { chunksOf, type NewChunk, putAll, ringFor } from '../records/put-chunks';

export interface HeldRow {
  readonly key: string;
  readonly record: LinkRecord;
}

/** Sends findings that a cause holds up through the inbox again. The snapshot was kept with the record for this. */
export async function retryRows(ports: Ports, held: readonly HeldRow[], cause?: string): Promise<void> {
  const screen = cause === undefined ? undefined : screenOfCause(cause);
  // It may just have been mended in Jira: what is remembered of it would only hold the findings up again.
  if (screen) await ports.jira.forget(screen.projectId, screen.issueTypeId);
  const readable = held.filter(({ record }) => mayRetry(record));
  for (const [connection, rows] of groupBy(readable, ({ record }) => record.connection)) {
    const items = rows.flatMap(({ record }) =>
      record.held ? [{ finding: record.held, seenAt: record.seenAt }] : [],
    );
    const chunks = retriesOf(ports, connection, items, cause);
    await putAll(ports, chunks);
    await commit(
      ports,
      rows.map(({ key, record }) => ({ key, before: record, after: again(record, ports.now(), cause) })),
    );
    await ringFor(
      ports,
      chunks.map(({ mark }) => mark),
    );
    if (rows.some(({ record }) => record.parked !== undefined || record.group)) await ports.bells.ringDue();
  }
}

/** What still cannot be read has nothing to send; and among rivals no try chooses. */
export function mayRetry(record: LinkRecord): boolean {
  return record.unreadable === undefined && !isContested(record);
}

/** What once killed its worker is not trusted with three more. */
function retriesOf(
  ports: Ports,
  connection: string,
  items: readonly SnapshotItem[],
  cause: string | undefined,
): NewChunk[] {
  const chunks = chunksOf(ports, connection, ports.newId(), items);
  if (cause === undefined || !isAppFailure(cause)) return chunks;
  return chunks.map(({ chunk, mark }) => ({ chunk, mark: suspected(mark, ports.newId(), ports.now()) }));
}

/** Waiting again; cause and snapshot stay until the next attempt decides. One that can be read again may wait for nothing. */
function again(record: LinkRecord, now: number, cause: string | undefined): LinkRecord {
  // A group has no snapshot of its own: it is folded again.
  const hasMembers = record.group !== undefined && record.group.members.length > 0;
  const due = record.parked ?? (hasMembers ? 'fold' : undefined);
  const todo = due === undefined ? record.todo : { ...record.todo, [due]: now };
  const turn = cause !== undefined && ruleOfTurn(cause) !== undefined;
  const next: LinkRecord = {
    ...record,
    ...(todo ? { todo } : {}),
    ...(turn ? { turn: { since: now, ...record.turn, now: true } } : {}),
  };
  if (record.held !== undefined || due !== undefined) return waiting(next);
  return settled(next, Object.keys(record.issues).length > 0 ? 'synced' : 'skipped');
}
