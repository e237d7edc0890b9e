/** What tells one finding from another, and where its record lies. */
import type { IdScope } from '../../contract/connection';
import type { FindingItem, InboxItem } from '../../contract/inbox';
import { sha256 } from '../data/hash';

/** A finding within its connection. The product matters where ids are unique only within it. */
export interface FindingRef {
  readonly id: string;
  readonly product?: string | undefined;
}

/** Keys of connections are hexadecimal; this letter before one says that ids are unique only within a product. */
const withinProduct = 'p';

/** A new connection's key. It tells the scope of ids, so that nobody has to read the connection for it. */
export function connectionKey(random: string, ids: IdScope): string {
  return `${ids === 'product' ? withinProduct : ''}${random.slice(0, 16)}`;
}

/** Within what the ids of a connection's findings are unique. */
export function idScope(connection: string): IdScope {
  return connection.startsWith(withinProduct) ? 'product' : 'connection';
}

/** A text that is different for different findings of a connection. */
export function refText(connection: string, { id, product }: FindingRef): string {
  return idScope(connection) === 'product' ? JSON.stringify([product ?? '', id]) : id;
}

/** The finding that `refText` made this text of. */
export function readRef(connection: string, text: string): FindingRef {
  if (idScope(connection) === 'connection') return { id: text };
  const [product, id] = JSON.parse(text) as [string, string];
  return { id, product };
}

/** The finding that an item is about. */
export function refOf(item: FindingItem): FindingRef {
  return 'gone' in item ? { id: item.gone, product: item.product } : item.finding;
}

/** `refText` of the finding that an item is about; a report stands for itself until its results are named. */
export function refTextOf(connection: string, item: InboxItem): string {
  if ('report' in item) return refText(connection, { id: `report:${item.report.id}` });
  return refText(connection, refOf(item));
}

/** Storage key of a finding's link record: ids may hold characters that keys may not, so they are hashed. */
export function linkKey(connection: string, finding: FindingRef): string {
  return `${connection}:${sha256(refText(connection, finding))}`;
}
