/** Findings that lack an issue in one place: the newest, and those with an exact id. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { productsGoingTo } from '../../core/settings/products-going-to';
import { type Lack, lackAt, type Standing } from '../../core/sync/lacks-issue';
import { idScope, linkKey } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';

/** So many records are read at most, over so many queries of products that alone go to the place. */
const mostRead = 500;
const mostProducts = 20;
const mostPages = 5;
/** So many products are asked for an id that is unique only within its product. */
const mostNamed = 50;

export interface Lacking extends Lack {
  readonly key: string;
  readonly record: LinkRecord;
}

interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

/** Those that lack an issue there, newest first; those whose id is exactly this text before all others. */
export async function newestLacking(
  ports: ReadPorts,
  at: Standing,
  settings: SettingsDocument,
  id: string,
): Promise<Lacking[]> {
  const connections = (await ports.connections.list()).filter(({ archived }) => !archived);
  const keys = connections.map(({ key }) => key);
  const products = productsGoingTo(at.projectId, settings);
  const newest = await readNewest(ports, keys, products);
  const named = products === 'all' ? newest.map(({ record }) => record.product) : products;
  const exact = id === '' ? [] : await withId(ports, keys, id, named);
  const rows = new Map([...exact, ...newest].map((row) => [row.key, row]));
  return [...rows.values()].flatMap(({ key, record }) => {
    const lack = keys.includes(record.connection) ? lackAt(record, at, settings) : undefined;
    return lack ? [{ key, record, ...lack }] : [];
  });
}

/** Of few products their own newest records, else the newest of all. */
async function readNewest(
  ports: ReadPorts,
  connections: readonly string[],
  products: 'all' | readonly string[],
): Promise<Row[]> {
  const pairs =
    products === 'all' ? [] : connections.flatMap((one) => products.map((of) => [one, of] as const));
  if (products === 'all' || pairs.length > mostProducts) return newestOfAll(ports);
  const limit = Math.min(100, Math.floor(mostRead / Math.max(1, pairs.length)));
  const rows: Row[] = [];
  for (const [connection, product] of pairs)
    rows.push(...(await ports.links.newestOf(connection, product, limit)));
  return rows.sort((a, b) => b.record.seenAt - a.record.seenAt);
}

async function newestOfAll(ports: ReadPorts): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await ports.links.newest(cursor);
    rows.push(...page.records);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return rows;
}

async function withId(
  ports: ReadPorts,
  connections: readonly string[],
  id: string,
  products: readonly string[],
): Promise<Row[]> {
  const some = [...new Set(products)].slice(0, mostNamed);
  const keys = connections.flatMap((connection) =>
    idScope(connection) === 'connection'
      ? [linkKey(connection, { id })]
      : some.map((product) => linkKey(connection, { id, product })),
  );
  return [...(await ports.links.getMany(keys.slice(0, 2 * mostNamed)))].map(([key, record]) => ({
    key,
    record,
  }));
}
