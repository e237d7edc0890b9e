/** While a product is being renamed, a group and its members may lie under two names: they are found, and nothing is made twice. */
import type { GroupRef } from '../../contract/group';
import type { LinkRecord } from '../../contract/link-record';
import { groupKey } from '../../core/groups/group-ref';
import type { Row } from '../../core/groups/row';
import { isLeased } from '../../core/sync/lease';
import { formerNames, productNow } from '../../core/sync/renames';
import { moveRecords } from '../records/commit';
import type { Ports } from '../ports';

interface Wanted {
  readonly row: Row;
  readonly product: string;
  readonly ref: GroupRef;
}

/** Looks for groups that are not where their members say, and moves them ahead of the job that renames them all. */
export async function followRenames(
  ports: Ports,
  rows: readonly Row[],
  records: Map<string, LinkRecord>,
  groups: Map<string, LinkRecord>,
): Promise<void> {
  const missing = rows.flatMap((row) =>
    wantedOf(row, records.get(row.key)).filter(
      ({ product, ref }) => !groups.has(groupKey(row.connection, product, ref)),
    ),
  );
  const [first] = missing;
  if (!first) return;
  const { renames = [] } = (await ports.connections.get(first.row.connection)) ?? {};
  if (!renames.some(({ doneAt }) => doneAt === undefined)) return;
  const at = ports.now();
  for (const one of missing) {
    const now = productNow(renames, one.product, at);
    if (now !== one.product) await findAhead(ports, one, now, records, groups);
    for (const former of formerNames(renames, one.product, at)) await moveAhead(ports, one, former, groups);
  }
}

function wantedOf(row: Row, record: LinkRecord | undefined): Wanted[] {
  const { target, part, product } = row;
  const present = record?.memberOf ? [{ row, product: record.product, ref: record.memberOf }] : [];
  if (!target) return present;
  const parts = part === undefined ? [target] : [target, { ...target, part }];
  return [...present, ...parts.map((ref) => ({ row, product, ref }))];
}

/** The group goes by the new name already, its member not yet. */
async function findAhead(
  ports: Ports,
  { row, ref }: Wanted,
  product: string,
  records: Map<string, LinkRecord>,
  groups: Map<string, LinkRecord>,
): Promise<void> {
  const key = groupKey(row.connection, product, ref);
  const group = groups.get(key) ?? (await ports.links.getMany([key])).get(key);
  const record = records.get(row.key);
  if (!group || !record) return;
  groups.set(key, group);
  records.set(row.key, { ...record, product });
}

/** The group goes by the old name still. One that somebody works on is shown as such, so that no other is begun. */
async function moveAhead(
  ports: Ports,
  { row, product, ref }: Wanted,
  former: string,
  groups: Map<string, LinkRecord>,
): Promise<void> {
  const [from, to] = [former, product].map((name) => groupKey(row.connection, name, ref));
  if (from === undefined || to === undefined || groups.has(to)) return;
  const group = (await ports.links.getMany([from])).get(from);
  if (!group) return;
  const isFree = !isLeased(group, ports.now());
  const moved = isFree ? await moveRecords(ports, [{ from, to, record: { ...group, product } }]) : new Set();
  const now = moved.size > 0 ? (await ports.links.getMany([to])).get(to) : undefined;
  groups.set(to, now ?? { ...group, leaseUntil: Infinity });
}
