/** Chunks into the inbox, and the bells that ring for them. */
import { type InboxChunk, type InboxItem, inboxVersion, type PendingChunk } from '../../contract/inbox';
import type { MaskedCounts } from '../../contract/masking';
import { groupBy, slices } from '../../core/data/lists';
import { splitIntoChunks } from '../../core/portal/chunks';
import { newMark } from '../../core/sync/pending-mark';
import type { Ports } from '../ports';

const chunksAtOnce = 10;
/** Chunks worked off together by one consumer. */
const chunksPerBell = 5;

export interface NewChunk {
  readonly chunk: InboxChunk;
  readonly mark: PendingChunk;
}

/** The chunks that items of one request become, each with the mark that names its bell; `name` begins their ids. `masked` goes with the first. */
export function chunksOf(
  ports: Pick<Ports, 'newId' | 'now'>,
  connection: string,
  receipt: string,
  items: readonly InboxItem[],
  name = receipt,
  masked?: MaskedCounts,
): NewChunk[] {
  const acceptedAt = ports.now();
  const chunks = splitIntoChunks(items).map((some, index) => ({
    v: inboxVersion,
    id: `${name}-${String(index)}`,
    connection,
    receipt,
    acceptedAt,
    items: some,
    ...(index === 0 && masked && { masked }),
  }));
  return slices(chunks, chunksPerBell).flatMap((group) => {
    const bell = ports.newId();
    return group.map((chunk) => ({ chunk, mark: newMark(chunk, bell) }));
  });
}

/** All chunks or none: until the bell rings nobody works on them, so they can still be taken back. */
export async function putAll(ports: Ports, chunks: readonly NewChunk[]): Promise<void> {
  try {
    for (const some of slices(chunks, chunksAtOnce)) {
      const written = await Promise.allSettled(some.map(({ chunk, mark }) => ports.inbox.put(chunk, mark)));
      const failed = written.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    }
  } catch (error) {
    // A chunk that cannot be taken back either is worked off by the sweep: snapshots may come twice.
    await Promise.allSettled(chunks.map(({ chunk }) => ports.inbox.remove(chunk.connection, chunk.id)));
    throw error;
  }
}

/** Rings for marks that lie in storage, each for its bell; a refused bell is no loss, since the sweep rings again. */
export async function ringFor(
  ports: Pick<Ports, 'bells'>,
  marks: readonly PendingChunk[],
  delay = 0,
): Promise<void> {
  for (const [bell, group] of groupBy(marks, (mark) => mark.bell ?? ''))
    for (const some of slices(group, chunksPerBell)) {
      const [first] = some;
      const ids = some.map(({ id }) => id);
      if (first) await ports.bells.ring(first.connection, bell, ids, delay);
    }
}

/** Gives marks of one connection new bells, a few chunks each, writes that down, and rings. */
export async function ringAnew(
  ports: Ports,
  marks: readonly PendingChunk[],
  renew: (mark: PendingChunk, bell: string) => PendingChunk,
): Promise<void> {
  const renewed = slices(marks, chunksPerBell).flatMap((some) => {
    const bell = ports.newId();
    return some.map((mark) => renew(mark, bell));
  });
  if (renewed.length === 0) return;
  await ports.inbox.mark(renewed);
  await ringFor(ports, renewed);
}
