/** What is kept of findings, in pages of their records: what settings and rules can be applied to without the portal. */
import type { Connection } from '../../contract/connection';
import type { Finding } from '../../contract/finding';
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import { keptFinding } from '../../core/sync/kept-finding';
import type { ReadPorts } from '../ports';

export interface Kept {
  readonly key: string;
  readonly record: LinkRecord;
  readonly finding: Finding;
}

/** Those of connections that are in use, in their order; what must be left alone is left out. */
export async function keptFindings(
  ports: Pick<ReadPorts, 'snapshots'>,
  rows: readonly { readonly key: string; readonly record: LinkRecord }[],
  connections: readonly Connection[],
): Promise<Kept[]> {
  const inUse = new Set(connections.filter(({ archived }) => !archived).map(({ key }) => key));
  const wanted = rows.filter(({ record }) => inUse.has(record.connection));
  const snapshots = await ports.snapshots.readMany(wanted.map(({ key }) => key));
  return wanted.flatMap(({ key, record }) => {
    const finding = keptFinding(record, snapshots.get(key));
    return finding ? [{ key, record, finding }] : [];
  });
}

/** As an item of the inbox: of the time of its snapshot, and nothing that the portal said again. */
export function anew({ finding, record }: Kept): SnapshotItem {
  return { finding, seenAt: record.seenAt, anew: true };
}

/** How many of the records are findings, and not groups of such. */
export function findingsIn(rows: readonly { readonly record: LinkRecord }[]): number {
  return rows.filter(({ record }) => record.group === undefined).length;
}
