/** A group is taken apart: its findings get issues of their own, and those that come later do too. */
import type { GroupRef } from '../../contract/group';
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import { slices } from '../../core/data/lists';
import { groupKey } from '../../core/groups/group-ref';
import { type GroupRecord, isGroup } from '../../core/groups/regroup';
import { isLeased } from '../../core/sync/lease';
import { linkKey } from '../../core/sync/link-key';
import { commit } from '../records/commit';
import { chunksOf, putAll, ringFor } from '../records/put-chunks';
import type { Ports } from '../ports';

/** A call reads so many records at once, and so many in all. */
const keysAtOnce = 25;
const mostKeys = 4_000;

export interface Which {
  readonly group: string;
  readonly connection?: string | undefined;
  readonly product?: string | undefined;
}

/**
 * Takes apart what goes by this name; answers how many findings it had. `many`: there are too many connections and
 * products to look through. `busy`: somebody works on it. Safe to repeat.
 */
export async function ungroup(ports: Ports, which: Which): Promise<number | 'missing' | 'many' | 'busy'> {
  const places = await placesOf(ports, which);
  if (places.length * 2 > mostKeys) return 'many';
  const found = await findGroups(ports, which.group, places);
  if (found.size === 0) return 'missing';
  const groups = [...found].flatMap(([key, record]) => (isGroup(record) ? [{ key, record }] : []));
  if (groups.some(({ record }) => isLeased(record, ports.now()))) return 'busy';
  for (const { key, record } of groups) if (!(await takeApart(ports, key, record))) return 'busy';
  return groups.reduce((sum, { record }) => sum + record.group.members.length, 0);
}

interface Place {
  readonly connection: string;
  readonly product: string;
}

async function placesOf(ports: Ports, { connection, product }: Which): Promise<Place[]> {
  const connections =
    connection === undefined ? (await ports.connections.list()).map(({ key }) => key) : [connection];
  const products = product === undefined ? await productsOf(ports, mostKeys / connections.length) : [product];
  return connections.flatMap((key) => products.map((name) => ({ connection: key, product: name })));
}

async function productsOf(ports: Ports, most: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.products.list(undefined, cursor);
    names.push(...page.products.map(({ name }) => name));
    cursor = page.next;
  } while (cursor !== undefined && names.length <= most);
  return names;
}

/** All parts of the groups of this name, whoever named them. */
async function findGroups(
  ports: Ports,
  id: string,
  places: readonly Place[],
): Promise<Map<string, LinkRecord>> {
  const refs: GroupRef[] = [{ id }, { id, by: 'rule' }];
  const found = new Map<string, LinkRecord>();
  let wanted = places.flatMap((place) => refs.map((ref) => ({ ...place, ref })));
  for (let part = 0; wanted.length > 0; part += 1) {
    const keyed = wanted.map(({ ref, ...place }) => ({
      ...place,
      ref,
      key: groupKey(place.connection, place.product, part === 0 ? ref : { ...ref, part }),
    }));
    for (const some of slices(keyed, keysAtOnce))
      for (const [key, record] of await ports.links.getMany(some.map((one) => one.key)))
        found.set(key, record);
    wanted = keyed.filter(({ key }) => found.has(key));
  }
  return found;
}

/** The findings are sent on their way first: a death in between leaves a group that can be taken apart again. */
async function takeApart(ports: Ports, key: string, record: GroupRecord): Promise<boolean> {
  const { connection, product, group } = record;
  const keys = group.members.map(({ id }) => linkKey(connection, { id, product }));
  const records = await ports.links.getMany(keys);
  const snapshots = await ports.snapshots.readMany(keys);
  const items = keys.flatMap((one): SnapshotItem[] => {
    const [finding, member] = [snapshots.get(one), records.get(one)];
    return finding && member ? [{ finding, seenAt: member.seenAt, anew: true }] : [];
  });
  const chunks = chunksOf(ports, connection, ports.newId(), items);
  await putAll(ports, chunks);
  const after = { ...record, group: { ...group, dissolved: true } };
  const saved = await commit(ports, [{ key, before: record, after }]);
  await ringFor(
    ports,
    chunks.map(({ mark }) => mark),
  );
  return saved.has(key);
}
