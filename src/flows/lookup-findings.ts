/** What the portal asks about its findings. */
import type { FindingView, ReceiptAnswer } from '../contract/portal-api';
import { viewFinding } from '../core/finding-view';
import { linkKey } from '../core/link-key';
import type { Ports } from './ports';

const receiptDays = 7;
const pendingScan = 50;

/** The state of each finding, in the order asked. */
export async function lookupFindings(
  ports: Ports,
  connection: string,
  ids: readonly string[],
): Promise<FindingView[]> {
  return view(ports, connection, ids, await waitingIds(ports, connection));
}

/** What became of one request; undefined when there is no such receipt of this connection, or it is too old. */
export async function readReceipt(
  ports: Ports,
  connection: string,
  receipt: string,
): Promise<ReceiptAnswer | undefined> {
  const found = await ports.inbox.receipt(connection, receipt);
  if (!found || ports.now() - found.head.acceptedAt > receiptDays * 86_400_000) return undefined;
  const { head, ids } = found;
  const pending = await ports.inbox.pending(head.chunks.map(({ id }) => id));
  const waiting = new Set(
    head.chunks.flatMap(({ id }, index) => (pending.has(id) ? (ids[index] ?? []) : [])),
  );
  const findings = await view(ports, connection, ids.flat(), waiting);
  return {
    receipt,
    acceptedAt: new Date(head.acceptedAt).toISOString(),
    done: findings.every(({ state }) => state !== 'pending'),
    findings,
  };
}

async function view(
  ports: Ports,
  connection: string,
  ids: readonly string[],
  waiting: ReadonlySet<string>,
): Promise<FindingView[]> {
  const records = await ports.links.getMany(ids.map((id) => linkKey(connection, id)));
  const site = await ports.site.url();
  return ids.map((id) => viewFinding(id, records.get(linkKey(connection, id)), waiting.has(id), site));
}

/** Findings whose newest snapshot still lies in the inbox. */
async function waitingIds(ports: Ports, connection: string): Promise<Set<string>> {
  const pending = (await ports.inbox.listPending(pendingScan)).filter(
    (chunk) => chunk.connection === connection,
  );
  const chunks = await ports.inbox.get(pending.map(({ id }) => id));
  return new Set(chunks.flatMap((chunk) => chunk.items.map(({ finding }) => finding.id)));
}
