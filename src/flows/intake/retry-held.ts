/** Sends held-up findings through the inbox again. */
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import { isAppFailure } from '../../core/sync/app-failure';
import { suspected } from '../../core/sync/pending-mark';
import { groupBy } from '../../core/data/lists';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import { chunksOf, type NewChunk, putAll, ringFor } from './put-chunks';

const batch = 1000;

/** Retries what one cause, or every cause, holds up; answers how many findings. */
export async function retryHeld(ports: Ports, cause: string | undefined): Promise<number> {
  const causes = cause === undefined ? (await ports.causes.list()).map((one) => one.cause) : [cause];
  let retried = 0;
  for (const one of causes) retried += await retryCause(ports, one);
  return retried;
}

/** The snapshot was kept with the record for this. A cause that holds nothing up any more is forgotten. */
async function retryCause(ports: Ports, cause: string): Promise<number> {
  const held = await ports.links.held(cause, batch);
  if (held.length === 0) await ports.causes.remove(cause);
  for (const [connection, rows] of groupBy(held, ({ record }) => record.connection)) {
    const items = rows.flatMap(({ record }) =>
      record.held ? [{ finding: record.held, seenAt: record.seenAt }] : [],
    );
    const chunks = retriesOf(ports, connection, cause, items);
    await putAll(ports, chunks);
    await commit(
      ports,
      rows.map(({ key, record }) => ({ key, before: record, after: again(record, ports.now()) })),
    );
    await ringFor(
      ports,
      chunks.map(({ mark }) => mark),
    );
    if (rows.some(({ record }) => record.parked !== undefined)) await ports.bells.ringDue();
  }
  return held.length;
}

/** What once killed its worker is not trusted with three more. */
function retriesOf(
  ports: Ports,
  connection: string,
  cause: string,
  items: readonly SnapshotItem[],
): NewChunk[] {
  const chunks = chunksOf(ports, connection, ports.newId(), items);
  if (!isAppFailure(cause)) return chunks;
  return chunks.map(({ chunk, mark }) => ({ chunk, mark: suspected(mark, ports.newId(), ports.now()) }));
}

/** Waiting again; cause and snapshot stay until the next attempt decides. */
function again(record: LinkRecord, now: number): LinkRecord {
  const { parked } = record;
  const todo = parked === undefined ? record.todo : { ...record.todo, [parked]: now };
  return { ...record, state: 'pending', ...(todo ? { todo } : {}) };
}
