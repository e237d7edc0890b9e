/** Findings whose product goes by another name: their records follow, one by one, and nothing is made anew. */
import type { LinkRecord } from '../../contract/link-record';
import { groupKey } from '../../core/groups/group-ref';
import { isLeased } from '../../core/sync/lease';
import { idScope, linkKey } from '../../core/sync/link-key';
import type { Ports } from '../ports';
import { commit, moveRecords } from '../records/commit';

export interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

/** Gives findings another product. Answers how many are left, because somebody works on them or changed them just now. */
export async function moveFindings(
  ports: Ports,
  connection: string,
  rows: readonly Row[],
  to: string,
): Promise<number> {
  const all = rows.filter(({ record }) => !isLeased(record, ports.now()));
  const groups = all.filter(({ record }) => record.group);
  const movedGroups = await moveRecords(
    ports,
    groups.flatMap((row) => renamedGroup(row, to)),
  );
  const free = all.filter(({ record }) => !record.group);
  const left = rows.length - movedGroups.size;
  const renamed = free.map(({ key, record }) => ({ key, before: record, after: withProduct(record, to) }));
  await copySnapshots(ports, connection, free, to);
  if (idScope(connection) !== 'product') return left - (await commit(ports, renamed)).size;
  // Where ids are unique only within a product, the product is part of the key.
  const moved = await moveRecords(
    ports,
    renamed.map(({ key, after }) => ({ from: key, to: keyOf(connection, after), record: after })),
  );
  await ports.snapshots.forget([...moved]);
  for (const { key, after } of renamed)
    if (moved.has(key)) await ports.threads.move(key, keyOf(connection, after));
  return left - moved.size;
}

/** The key of a group holds its product, whatever the ids of findings are. */
function renamedGroup({ key, record }: Row, product: string) {
  if (!record.group) return [];
  const to = groupKey(record.connection, product, record.group);
  return [{ from: key, to, record: { ...record, product } }];
}

/** Before the records, so that none is ever without its last snapshot. */
async function copySnapshots(
  ports: Ports,
  connection: string,
  rows: readonly Row[],
  product: string,
): Promise<void> {
  const snapshots = await ports.snapshots.readMany(rows.map(({ key }) => key));
  const copies = rows.flatMap(({ key, record }) => {
    const snapshot = snapshots.get(key);
    const to = keyOf(connection, { ...record, product });
    return snapshot ? [[to, { ...snapshot, product }] as const] : [];
  });
  if (copies.length > 0) await ports.snapshots.writeMany(new Map(copies));
}

function withProduct(record: LinkRecord, product: string): LinkRecord {
  return { ...record, product, ...(record.held && { held: { ...record.held, product } }) };
}

function keyOf(connection: string, { findingId, product }: LinkRecord): string {
  return linkKey(connection, { id: findingId, product });
}
