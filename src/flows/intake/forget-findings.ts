/** Findings that are no longer there: deleted in the portal, or absent from a complete report. */
import type { GoneItem } from '../../contract/inbox';
import type { Accepted } from '../../contract/portal-api';
import { lifecycleOf } from '../../core/sync/lifecycle';
import { acceptFindings } from './accept-findings';
import type { Ports } from '../ports';

/** Puts deletions into the inbox, behind whatever was said of these findings before. */
export function forgetFindings(ports: Ports, connection: string, ids: readonly string[]): Promise<Accepted> {
  const seenAt = ports.now();
  const items = [...new Set(ids)].map((gone): GoneItem => ({ gone, why: 'deleted', seenAt }));
  return acceptFindings(ports, connection, { items, rejected: [] });
}

/**
 * The open findings of a product and these tools that a complete report no longer holds. Storage's index may be
 * seconds behind: what it misses now, the next complete report finds.
 */
export async function absentFindings(
  ports: Ports,
  connection: string,
  product: string,
  tools: readonly string[],
  present: ReadonlySet<string>,
): Promise<GoneItem[]> {
  const { document: settings } = await ports.settings.read();
  const seenAt = ports.now();
  const gone: GoneItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.links.ofProduct(connection, product, cursor);
    for (const { record } of page.records) {
      const isOpen = lifecycleOf(record.facts.status, settings) === 'open';
      if (!isOpen || present.has(record.findingId) || !tools.includes(record.facts.tool ?? '')) continue;
      gone.push({ gone: record.findingId, why: 'absent', seenAt });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return gone;
}
