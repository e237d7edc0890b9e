/** Findings that are no longer there, by the word of the portal. */
import type { GoneItem } from '../../contract/inbox';
import type { Accepted } from '../../contract/portal-api';
import { acceptFindings } from './accept-findings';
import type { Ports } from '../ports';

/** Puts deletions into the inbox, behind whatever was said of these findings before. */
export async function forgetFindings(
  ports: Ports,
  connection: string,
  ids: readonly string[],
  product: string | undefined,
): Promise<Accepted> {
  const seenAt = ports.now();
  // A report that names one of them again brings it back, though it says nothing new.
  await ports.reports.distrust(connection, seenAt);
  const items = [...new Set(ids)].map((gone): GoneItem => ({
    gone,
    ...(product === undefined ? {} : { product }),
    why: 'deleted',
    seenAt,
  }));
  return acceptFindings(ports, connection, { items, rejected: [] });
}
