/** What comes under the new name of a product, or still under the old one, meets its findings there, however far the job is. */
import type { Connection, Rename } from '../../contract/connection';
import { type InboxItem, isFindingItem, isReportItem } from '../../contract/inbox';
import type { StoredReport } from '../../contract/stored/reports';
import { idScope, linkKey, refOf, refTextOf } from '../../core/sync/link-key';
import { formerNames } from '../../core/sync/renames';
import type { Ports } from '../ports';
import { moveFamily } from './move-family';
import { moveFindings } from './move-findings';

/** Answers the items (as `refTextOf`) that must wait, because somebody works on what they are about. */
export async function moveAhead(
  ports: Ports,
  { key: connection, renames = [] }: Connection,
  items: readonly InboxItem[],
): Promise<Set<string>> {
  const waiting = new Set<string>();
  if (!renames.some(({ doneAt }) => doneAt === undefined)) return waiting;
  for (const item of items.filter(isReportItem))
    if (!(await moveFamilies(ports, connection, renames, item.report)))
      waiting.add(refTextOf(connection, item));
  // Where ids are unique within the connection, the snapshot itself brings the new name.
  if (idScope(connection) !== 'product') return waiting;
  for (const item of items.filter(isFindingItem)) {
    const { id, product = '' } = refOf(item);
    const keys = formerNames(renames, product, ports.now()).map((from) =>
      linkKey(connection, { id, product: from }),
    );
    const rows = [...(await ports.links.getMany(keys))].map(([key, record]) => ({ key, record }));
    if ((await moveFindings(ports, connection, rows, product)) > 0) waiting.add(refTextOf(connection, item));
  }
  return waiting;
}

/** False: one of them is being worked on. */
async function moveFamilies(
  ports: Ports,
  connection: string,
  renames: readonly Rename[],
  { product: to, parts }: StoredReport,
): Promise<boolean> {
  let isAll = true;
  for (const from of formerNames(renames, to, ports.now()))
    for (const { tool } of parts) isAll = (await moveFamily(ports, { connection, tool, from, to })) && isAll;
  return isAll;
}
