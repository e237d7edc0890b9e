/** The issues of a renamed product learn its new name. */
import type { Ports } from '../ports';
import { type Unfinished, type Wish, writeIdentities } from '../records/write-identities';
import type { Row } from './move-findings';

const named: Wish = ({ record: { product } }, identity) =>
  identity.product === product ? undefined : { ...identity, product };

/** Undefined: their issues know, as far as Jira lets them. */
export function tellProduct(
  ports: Ports,
  rows: readonly Row[],
  tried: number,
): Promise<Unfinished | undefined> {
  return writeIdentities(ports, rows, named, tried);
}
