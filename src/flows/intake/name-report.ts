/** Gives the results of a report their identities and hands on what is new, by way of the inbox. */
import type { ReportItem } from '../../contract/inbox';
import type { Ports } from '../ports';
import { ringFor } from '../records/put-chunks';
import { finishUpload } from './finish-upload';
import { namePart } from './name-report-part';
import { type Receipt, readReportReceipt, writeReportReceipt } from './report-receipt';

/** Another report of the same tool and product is being worked in; it takes seconds. */
export const busySeconds = 10;

/** The seconds after which to try again; undefined: the report is worked in. Safe to repeat at any point. */
export async function nameReport(
  ports: Ports,
  connection: string,
  { report }: ReportItem,
): Promise<number | undefined> {
  const { piece } = report;
  const results = await ports.reports.read(report.id, report.values);
  let receipt: Receipt = (await readReportReceipt(ports, connection, report)) ?? {
    chunks: [],
    outcome: { named: false },
  };
  for (const [index, part] of report.parts.entries()) {
    const own = results.filter((result) => result.part === index);
    const isLast = !piece && index === report.parts.length - 1;
    const named = await namePart(ports, { connection, report, part, index, results: own, receipt, isLast });
    if (named === 'busy') return busySeconds;
    receipt = named;
  }
  if (report.complete && piece) {
    const finished = await finishUpload(ports, connection, { ...report, piece }, receipt);
    if (finished === 'busy') return busySeconds;
    receipt = finished;
  }
  if (!receipt.outcome.named)
    await writeReportReceipt(ports, connection, report, {
      ...receipt,
      outcome: { ...receipt.outcome, named: true },
    });
  await ports.reports.remove(report.id, report.values);
  await ringForChunks(ports, connection, receipt);
  return undefined;
}

/** Rings for what a report handed on, as far as it waits. */
export async function ringForChunks(ports: Ports, connection: string, { chunks }: Receipt): Promise<void> {
  const waiting = await ports.inbox.pending(
    connection,
    chunks.map(({ id }) => id),
  );
  await ringFor(ports, [...waiting.values()]);
}
