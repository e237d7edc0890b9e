/** What tells one finding from another, and where its record lies. */
import type { IdScope } from '../../contract/connection';
import type { CommentItem, FindingItem, InboxItem } from '../../contract/inbox';
import { sha256 } from '../data/hash';

/** A finding within its connection. The product matters where ids are unique only within it. */
export interface FindingRef {
  readonly id: string;
  readonly product?: string | undefined;
  /** A comment of the finding: what is said is about that alone. */
  readonly comment?: string | undefined;
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

/** No id begins with it. */
const ofComment = '\u0001';

/** A text that is different for different findings of a connection, and for each of their comments. */
export function refText(connection: string, { id, product, comment }: FindingRef): string {
  const finding = idScope(connection) === 'product' ? JSON.stringify([product ?? '', id]) : id;
  return comment === undefined ? finding : `${ofComment}${JSON.stringify([finding, comment])}`;
}

/** The finding that `refText` made this text of. */
export function readRef(connection: string, text: string): FindingRef {
  if (text.startsWith(ofComment)) {
    const [finding, comment] = JSON.parse(text.slice(ofComment.length)) as [string, string];
    return { ...readRef(connection, finding), comment };
  }
  if (idScope(connection) === 'connection') return { id: text };
  const [product, id] = JSON.parse(text) as [string, string];
  return { id, product };
}

/** The finding that an item is about. */
export function refOf(item: FindingItem | CommentItem): FindingRef {
  if ('comment' in item) return { id: item.comment.finding, product: item.comment.product };
  return 'gone' in item ? { id: item.gone, product: item.product } : item.finding;
}

/** `refText` of the finding or comment that an item is; a report stands for itself until its results are named. */
export function refTextOf(connection: string, item: InboxItem): string {
  if ('report' in item) return refText(connection, { id: `report:${item.report.id}` });
  const comment = 'comment' in item ? { comment: item.comment.id } : {};
  return refText(connection, { ...refOf(item), ...comment });
}

/** Storage key of a finding's link record: ids may hold characters that keys may not, so they are hashed. */
export function linkKey(connection: string, { id, product }: FindingRef): string {
  return `${connection}:${sha256(refText(connection, { id, product }))}`;
}
