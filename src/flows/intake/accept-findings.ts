/** Findings from the portal into storage. When the answer is given, nothing of what it accepts can be lost. */
import { Finding } from '../../contract/finding';
import { findingIdOf, type InboxChunk, type InboxItem, inboxVersion } from '../../contract/inbox';
import type { Accepted, Rejected } from '../../contract/portal-api';
import { type FieldError, fieldErrors, withRest } from '../../contract/problem';
import type { SettingsDocument } from '../../contract/settings';
import { splitIntoChunks } from '../../core/portal/chunks';
import { slices } from '../../core/data/lists';
import { knownStatuses, lifecycleOf } from '../../core/sync/lifecycle';
import { boundedInput } from './bounded-input';
import type { Ports } from '../ports';

/** A finding must fit a stored value together with its record. */
const largestFinding = 150_000;
/** Errors of all findings of a request together; beyond, each finding still gets its first. */
const mostListed = 1_000;
const chunksAtOnce = 10;
/** Chunks worked off together by one consumer. */
const chunksPerBell = 5;

export interface Sorted {
  readonly items: InboxItem[];
  readonly rejected: Rejected[];
}

/** Validates each finding by itself, so that one bad finding does not refuse the rest. */
export function sortFindings(inputs: readonly unknown[], settings: SettingsDocument, now: number): Sorted {
  const items: InboxItem[] = [];
  const rejected: Rejected[] = [];
  let room = mostListed;
  inputs.forEach((input, index) => {
    const read = readFinding(boundedInput(input), settings);
    if ('errors' in read) {
      const errors = withRest(read.errors, read.errors.length, Math.max(1, room));
      room -= errors.length;
      rejected.push({ index, ...idOf(input), errors });
    } else items.push({ finding: read, seenAt: seenAt(read, now) });
  });
  return { items, rejected };
}

/** `updatedAt` orders snapshots; one from the future (a clock that is ahead) must not outlive what arrives later. */
function seenAt({ updatedAt }: Finding, now: number): number {
  return updatedAt === undefined ? now : Math.min(Date.parse(updatedAt), now);
}

function readFinding(input: unknown, settings: SettingsDocument): Finding | { errors: FieldError[] } {
  const parsed = Finding.safeParse(input);
  if (!parsed.success) return { errors: fieldErrors(parsed.error) };
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > largestFinding)
    return {
      errors: [
        {
          path: '',
          message: `must be at most ${String(largestFinding)} bytes; shorten description or remediation`,
        },
      ],
    };
  if (lifecycleOf(parsed.data.status, settings) !== undefined) return parsed.data;
  const message = `must be one of: ${knownStatuses(settings).join(', ')}; others can be added under Team spaces`;
  return { errors: [{ path: 'status', message }] };
}

function idOf(input: unknown): { id?: string } {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? { id: id.slice(0, 255) } : {};
}

/**
 * Puts items into the inbox and rings the bell. A bell that fails to ring is rung by the sweep. `accepted` is what the
 * portal is told, where items of the app's own making came along.
 * @throws when storage fails; then nothing was accepted.
 */
export async function acceptFindings(
  ports: Ports,
  connection: string,
  sorted: Sorted,
  accepted = sorted.items.length,
): Promise<Accepted> {
  const acceptedAt = ports.now();
  const receipt = ports.newId();
  const chunks = splitIntoChunks(sorted.items).map((items, index) => ({
    v: inboxVersion,
    id: `${receipt}-${String(index)}`,
    connection,
    receipt,
    acceptedAt,
    items,
  }));
  const heads = chunks.map(({ id, items }) => ({ id, findings: items.length }));
  await ports.products.note(productsOf(sorted.items), acceptedAt);
  await ports.inbox.putReceipt(
    { receipt, connection, acceptedAt, chunks: heads },
    chunks.map(({ items }) => items.map(findingIdOf)),
  );
  await putAll(ports, chunks);
  await ringAll(
    ports,
    connection,
    heads.map(({ id }) => id),
  );
  return { receipt, accepted, rejected: sorted.rejected };
}

/** All chunks or none: until the bell rings nobody works on them, so they can still be taken back. */
async function putAll(ports: Ports, chunks: readonly InboxChunk[]): Promise<void> {
  try {
    for (const some of slices(chunks, chunksAtOnce)) {
      const written = await Promise.allSettled(some.map((chunk) => ports.inbox.put(chunk)));
      const failed = written.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    }
  } catch (error) {
    // A chunk that cannot be taken back either is worked off by the sweep: snapshots may come twice.
    await Promise.allSettled(chunks.map(({ id }) => ports.inbox.remove(id)));
    throw error;
  }
}

function productsOf(items: readonly InboxItem[]): string[] {
  return [...new Set(items.flatMap((item) => ('gone' in item ? [] : [item.finding.product])))];
}

/** Rings for chunks that already lie in storage; a refused bell is no loss, since the sweep rings again. */
export async function ringAll(
  ports: Ports,
  connection: string,
  chunks: readonly string[],
  delay = 0,
): Promise<void> {
  for (const group of slices(chunks, chunksPerBell)) await ports.bells.ring(connection, group, delay);
}
