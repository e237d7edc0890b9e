/** Which product a finding is asked for under, and which it may still lie under. */
import { formerNames, productNow } from '../../core/sync/renames';
import { type FindingRef, idScope } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';

/** Where the product belongs to the id, it may go by another name now, and its findings still lie under an old one. */
export interface Names {
  readonly now: (finding: FindingRef) => FindingRef;
  readonly before: (finding: FindingRef) => FindingRef[];
}

/** The names of the products of a connection. */
export async function namesOf(ports: ReadPorts, connection: string): Promise<Names> {
  const owner = idScope(connection) === 'product' ? await ports.connections.get(connection) : undefined;
  const renames = owner?.renames ?? [];
  const at = ports.now();
  return {
    now: ({ product = '', ...one }) => ({
      ...one,
      ...(owner && { product: productNow(renames, product, at) }),
    }),
    before: ({ id, product = '' }) =>
      formerNames(renames, product, at).map((from) => ({ id, product: from })),
  };
}

/** The finding as the portal knows it: with its product only where that belongs to the id. */
export function named(connection: string, finding: FindingRef): FindingRef {
  return idScope(connection) === 'product' ? finding : { id: finding.id };
}
