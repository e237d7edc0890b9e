/** A product goes by another name from now on; a job in pages brings everything that lies under the old one after it. */
import type { Connection, Rename } from '../../contract/connection';
import { formerNames, productNow, withRename } from '../../core/sync/renames';
import type { Ports } from '../ports';

export type RenameOutcome =
  | { readonly ok: true }
  /** `unknown`: no portal ever named it. `taken`: findings of this connection lie under the new name. */
  | { readonly ok: false; readonly why: 'unknown' | 'same' | 'taken' };

/**
 * Safe to repeat: a rename that was begun goes on. The new name holds before the answer is given. An old name stands for
 * the one that the product goes by now.
 */
export async function renameProduct(
  ports: Ports,
  key: string,
  from: string,
  to: string,
): Promise<RenameOutcome> {
  if (from === to) return { ok: false, why: 'same' };
  const connection = await ports.connections.get(key);
  if (!connection) return { ok: false, why: 'unknown' };
  const current = productNow(connection.renames ?? [], from, ports.now());
  if (current !== to) return begin(ports, connection, current, to);
  await goOn(ports, connection, to);
  return { ok: true };
}

async function begin(ports: Ports, connection: Connection, from: string, to: string): Promise<RenameOutcome> {
  const { key } = connection;
  const now = ports.now();
  if (!(await ports.products.knows(from))) return { ok: false, why: 'unknown' };
  if ((await ports.links.ofProduct(key, to)).records.length > 0) return { ok: false, why: 'taken' };
  const rename: Rename = { from, to, at: now, job: ports.newId() };
  await ports.products.note([to], now);
  await ports.jobs.put({ id: rename.job, done: false, seen: 0, total: 0, at: now });
  await ports.connections.put(withOne(connection, rename, now));
  await ports.bells.ringRename(key, rename.job);
  return { ok: true };
}

/** Whoever noted the rename may have died before its bell rang. */
async function goOn(ports: Ports, { key, renames = [] }: Connection, to: string): Promise<void> {
  const former = new Set(formerNames(renames, to, ports.now()));
  for (const { from, job, doneAt } of renames)
    if (doneAt === undefined && former.has(from)) await ports.bells.ringRename(key, job);
}

function withOne(connection: Connection, rename: Rename, now: number): Connection {
  return { ...connection, renames: withRename(connection.renames ?? [], rename, now) };
}
