/** What the portal asks about its findings. */
import type { FindingsAnswer, FindingView } from '../../contract/portal-api';
import { BadCursor } from '../../core/data/bad-cursor';
import { inWords, viewFinding } from '../../core/portal/finding-view';
import { type FindingRef, refText } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';
import { withGroups } from '../records/with-groups';
import { named, namesOf } from './product-names';
import { viewFindings } from './view-findings';
import { waitingIds } from './waiting-ids';

/** The state of each finding, in the order asked. */
export async function lookupFindings(
  ports: ReadPorts,
  connection: string,
  findings: readonly FindingRef[],
): Promise<FindingView[]> {
  const { waiting, complete } = await waitingIds(ports, connection);
  const names = await namesOf(ports, connection);
  const viewed = await viewFindings(ports, connection, findings.map(names.now), waiting, { complete, names });
  return viewed.map(inWords);
}

/**
 * A page of up to a hundred findings of a connection, and where to go on; undefined when the place is none that this
 * app gave out.
 */
export async function listFindings(
  ports: ReadPorts,
  connection: string,
  after: string | undefined,
): Promise<FindingsAnswer | undefined> {
  const page = await pageAfter(ports, connection, after);
  if (!page) return undefined;
  const { waiting } = await waitingIds(ports, connection);
  const site = await ports.site.url();
  const rows = page.records.filter(({ record }) => !record.group);
  const shown = await withGroups(ports, new Map(rows.map(({ key, record }) => [key, record])));
  const findings = [...shown.values()].map((record) => {
    const finding = { id: record.findingId, product: record.product };
    return viewFinding(named(connection, finding), record, waiting.has(refText(connection, finding)), site);
  });
  return {
    findings: findings.map(inWords),
    ...(page.next === undefined ? {} : { next: toToken(page.next) }),
  };
}

/** Query values are split at commas, which cursors of storage may hold. */
function toToken(cursor: string): string {
  return Buffer.from(cursor).toString('base64url');
}

async function pageAfter(ports: ReadPorts, connection: string, after: string | undefined) {
  const cursor = after === undefined ? undefined : Buffer.from(after, 'base64url').toString();
  if (cursor !== undefined && toToken(cursor) !== after) return undefined;
  try {
    return await ports.links.pageOf(connection, cursor);
  } catch (error) {
    if (error instanceof BadCursor) return undefined;
    throw error;
  }
}
