import type { Rename } from '../../contract/connection';
import type { InboxItem } from '../../contract/inbox';
import { readRef, refText } from './link-key';
import { productNow } from './renames';

/** An item under the name that its product goes by now. */
export function renamedItem(item: InboxItem, renames: readonly Rename[], now: number): InboxItem {
  if ('finding' in item) {
    const product = productNow(renames, item.finding.product, now);
    return product === item.finding.product ? item : { ...item, finding: { ...item.finding, product } };
  }
  if ('report' in item) {
    const product = productNow(renames, item.report.product, now);
    return product === item.report.product ? item : { ...item, report: { ...item.report, product } };
  }
  if ('comment' in item) {
    const { product } = item.comment;
    if (product === undefined) return item;
    return { ...item, comment: { ...item.comment, product: productNow(renames, product, now) } };
  }
  return item.product === undefined ? item : { ...item, product: productNow(renames, item.product, now) };
}

/** The text of a finding, as `refText` makes it, under the name that its product goes by now. */
export function renamedRef(
  connection: string,
  text: string,
  renames: readonly Rename[],
  now: number,
): string {
  const ref = readRef(connection, text);
  if (ref.product === undefined) return text;
  return refText(connection, { ...ref, product: productNow(renames, ref.product, now) });
}
