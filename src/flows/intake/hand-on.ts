/** What a report brings goes through the inbox like all findings, and its receipt names them. */
import type { FindingItem } from '../../contract/inbox';
import { en } from '../../contract/messages/en';
import { say } from '../../contract/messages/say';
import { tallyOf } from '../../core/data/tally';
import { refText, refTextOf } from '../../core/sync/link-key';
import type { WorkedIn } from '../../formats/matching/work-in';
import type { Ports } from '../ports';
import { chunksOf, type NewChunk, putAll } from '../records/put-chunks';
import {
  type ChunkHead,
  type PartToName,
  type Receipt,
  withPart,
  writeReportReceipt,
} from './report-receipt';

/** Results that say something new, and findings that no scope holds any more, go through the inbox like all others. */
export async function handOn(ports: Ports, part: PartToName, worked: WorkedIn): Promise<Receipt> {
  const { connection, report, results, index } = part;
  const seenAt = report.acceptedAt;
  const changed = worked.changed.flatMap((position): FindingItem[] => {
    const [result, id] = [results[position], worked.ids[position]];
    return result && id !== undefined ? [{ finding: { ...result.finding, id }, seenAt }] : [];
  });
  const gone = goneItems(report.product, worked.resolved, seenAt);
  const masked = part.receipt.chunks.length === 0 ? report.masked : undefined;
  const name = nameOf(report.id, index);
  const chunks = chunksOf(ports, connection, report.id, [...changed, ...gone], name, masked);
  await putAll(ports, chunks);
  const receipt = withNamed(part, worked, chunks);
  await writeReportReceipt(ports, connection, report, receipt);
  return receipt;
}

/** Findings that no report holds any more. */
export function goneItems(product: string, ids: readonly string[], seenAt: number): FindingItem[] {
  return ids.map((id) => ({ gone: id, product, why: 'absent', seenAt }));
}

/** Chunks as a receipt lists them. */
export function headsOf(connection: string, chunks: readonly NewChunk[]): ChunkHead[] {
  return chunks.map(({ chunk: { id, items } }) => ({
    id,
    findings: items.length,
    ids: items.map((item) => refTextOf(connection, item)),
  }));
}

function nameOf(report: string, index: number): string {
  return `${report}-${String(index + 1)}`;
}

/** The receipt names every result, handed on or not. */
function withNamed(
  { connection, report, index, receipt, isLast, results }: PartToName,
  { ids, verdict, resolved, fresh }: WorkedIn,
  chunks: readonly NewChunk[],
): Receipt {
  const waiting = headsOf(connection, chunks);
  const handed = new Set(waiting.flatMap((chunk) => chunk.ids));
  const named = ids.map((id) => refText(connection, { id, product: report.product }));
  const same = named.filter((ref) => !handed.has(ref));
  const rest =
    same.length > 0 ? [{ id: `${nameOf(report.id, index)}-same`, findings: same.length, ids: same }] : [];
  const { incomplete } = verdict;
  const severities = fresh.flatMap((position) => results[position]?.finding.severity ?? []);
  const told = withPart(receipt, report, {
    index,
    chunks: [...waiting, ...rest],
    outcome: {
      resolved: resolved.length,
      new: tallyOf(severities),
      ...(incomplete !== undefined && { incomplete: say(incomplete, en) }),
    },
  });
  return { ...told, outcome: { ...told.outcome, named: isLast } };
}
