/** What the portal asks about its findings. */
import { findingIdOf, type PendingChunk } from '../../contract/inbox';
import type { FindingView, ReceiptAnswer } from '../../contract/portal-api';
import { viewFinding } from '../../core/portal/finding-view';
import { linkKey } from '../../core/sync/link-key';
import { pendingChunks } from './pending-chunks';
import type { ReadPorts } from '../ports';

const receiptDays = 7;
const pendingScan = 5000;
/** Chunks are up to 200 KB each. */
const chunksRead = 50;

/** The state of each finding, in the order asked. */
export async function lookupFindings(
  ports: ReadPorts,
  connection: string,
  ids: readonly string[],
): Promise<FindingView[]> {
  return view(ports, connection, ids, await waitingIds(ports, connection));
}

/** What became of one request; undefined when there is no such receipt of this connection, or it is too old. */
export async function readReceipt(
  ports: ReadPorts,
  connection: string,
  receipt: string,
): Promise<ReceiptAnswer | undefined> {
  const found = await ports.inbox.receipt(connection, receipt);
  if (!found || ports.now() - found.head.acceptedAt > receiptDays * 86_400_000) return undefined;
  const { head, ids } = found;
  const pending = await ports.inbox.pending(head.chunks.map(({ id }) => id));
  const waiting = new Set(idsWaiting(found, pending));
  const findings = await view(ports, connection, [...new Set(ids.flat())], waiting);
  return {
    receipt,
    acceptedAt: new Date(head.acceptedAt).toISOString(),
    done: findings.every(({ state }) => state !== 'pending'),
    findings,
  };
}

async function view(
  ports: ReadPorts,
  connection: string,
  ids: readonly string[],
  waiting: ReadonlySet<string>,
): Promise<FindingView[]> {
  const records = await ports.links.getMany(ids.map((id) => linkKey(connection, id)));
  const site = await ports.site.url();
  return ids.map((id) => viewFinding(id, records.get(linkKey(connection, id)), waiting.has(id), site));
}

/**
 * Findings that still lie in the inbox. The list of marks may be some seconds old, so each is asked for again; ids come
 * from the receipts, which are much smaller than the chunks. What waits longer than receipts last is read itself.
 */
async function waitingIds(ports: ReadPorts, connection: string): Promise<Set<string>> {
  const listed = await pendingChunks(ports, connection, pendingScan);
  const marks = await ports.inbox.pending(listed.map(({ id }) => id));
  const receipts = new Set([...marks.values()].map(({ receipt }) => receipt));
  const waiting = new Set<string>();
  const unlisted: string[] = [];
  for (const receipt of receipts) {
    const found = await ports.inbox.receipt(connection, receipt);
    for (const id of found ? idsWaiting(found, marks) : []) waiting.add(id);
    if (!found) unlisted.push(...chunksOf(receipt, marks));
  }
  const chunks = await ports.inbox.get(unlisted.slice(0, chunksRead));
  for (const { items } of chunks) for (const item of items) waiting.add(findingIdOf(item));
  return waiting;
}

function chunksOf(receipt: string, marks: ReadonlyMap<string, PendingChunk>): string[] {
  return [...marks.values()].filter((mark) => mark.receipt === receipt).map(({ id }) => id);
}

/** The ids of those chunks of a request that are marked as pending. */
function idsWaiting(
  { head, ids }: NonNullable<Awaited<ReturnType<ReadPorts['inbox']['receipt']>>>,
  marks: ReadonlyMap<string, unknown>,
): string[] {
  return head.chunks.flatMap(({ id }, index) => (marks.has(id) ? (ids[index] ?? []) : []));
}
