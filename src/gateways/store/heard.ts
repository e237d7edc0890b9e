/** How far portals have heard, and when: kept so that an answer to an event can be told from what was sent before it. */
import { kvs } from '@forge/kvs';
import { outboxVersion, Receipts } from '../../contract/stored/outbox';
import type { Receipt } from '../../flows/ports-outbox';

const receiptsKept = 300;

/** Where a connection's lie. */
export const heardKey = (connection: string) => `outbox-heard:${connection}`;

/** Oldest first. */
export async function readHeard(connection: string): Promise<Receipt[]> {
  return Receipts.safeParse(await kvs.get(heardKey(connection))).data?.receipts ?? [];
}

/** With this one, as it is to be stored; undefined: as much was heard before. */
export function withHeard(before: readonly Receipt[], receipt: Receipt): Receipts | undefined {
  if ((before.at(-1)?.n ?? 0) >= receipt.n) return undefined;
  return { v: outboxVersion, receipts: [...before, receipt].slice(-receiptsKept) };
}
