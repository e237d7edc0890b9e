import type { InboxItem, SnapshotItem } from '../../contract/inbox';
import { type MaskedCounts, totalCounts } from '../../contract/masking';
import { maskFindings } from '../../masking/mask-findings';
import type { ReadPorts } from '../ports';

/** Items as they may be stored: without the secrets in the texts of their findings, which are counted. */
export async function maskItems(
  ports: Pick<ReadPorts, 'settings'>,
  items: readonly InboxItem[],
): Promise<{ items: InboxItem[]; masked: MaskedCounts | undefined }> {
  const snapshots = items.filter((item): item is SnapshotItem => 'finding' in item);
  if (snapshots.length === 0) return { items: [...items], masked: undefined };
  const { document } = await ports.settings.read();
  const findings = snapshots.map(({ finding }) => finding);
  const masked = await maskFindings(findings, document.masking);
  const byItem = new Map<InboxItem, SnapshotItem>();
  for (const [index, item] of snapshots.entries())
    byItem.set(item, { ...item, finding: masked[index]?.finding ?? item.finding });
  return {
    items: items.map((item) => byItem.get(item) ?? item),
    masked: totalCounts(masked.map(({ counts }) => counts)),
  };
}
