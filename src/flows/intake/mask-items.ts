import { type InboxItem, isCommentItem, type SnapshotItem } from '../../contract/inbox';
import { countEach, type MaskedCounts, totalCounts } from '../../contract/masking';
import { maskFindings } from '../../masking/mask-findings';
import { maskTexts } from '../../masking/mask-texts';
import type { ReadPorts } from '../ports';

/** Items as they may be stored: without the secrets in the texts of their findings and comments, which are counted. */
export async function maskItems(
  ports: Pick<ReadPorts, 'settings'>,
  items: readonly InboxItem[],
): Promise<{ items: InboxItem[]; masked: MaskedCounts | undefined }> {
  if (items.some(isCommentItem)) return maskComments(ports, items);
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

/** Comments come by themselves: a request brings nothing else with them. */
async function maskComments(
  ports: Pick<ReadPorts, 'settings'>,
  items: readonly InboxItem[],
): Promise<{ items: InboxItem[]; masked: MaskedCounts | undefined }> {
  const { document } = await ports.settings.read();
  const comments = items.filter(isCommentItem).map(({ comment }) => comment);
  const mask = await maskTexts(
    comments.flatMap(({ author, body }) => [author, body]),
    document.masking,
  );
  const kinds = comments.flatMap(({ author, body }) => [...mask(author).kinds, ...mask(body).kinds]);
  const masked = items.map((item) => {
    if (!isCommentItem(item)) return item;
    const { author, body } = item.comment;
    return { ...item, comment: { ...item.comment, author: mask(author).text, body: mask(body).text } };
  });
  return { items: masked, masked: kinds.length > 0 ? countEach(kinds) : undefined };
}
