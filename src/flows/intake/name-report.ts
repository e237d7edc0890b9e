/** Gives the results of a report their identities and hands on what is new, by way of the inbox. */
import type { ReportItem, ReportOutcome } from '../../contract/inbox';
import type { StoredReport } from '../../contract/stored/reports';
import type { Ports } from '../ports';
import { namePart, type Receipt } from './name-report-part';
import { ringFor } from '../records/put-chunks';

/** Another report of the same tool and product is being worked in; it takes seconds. */
const busySeconds = 10;

/** The seconds after which to try again; undefined: the report is worked in. Safe to repeat at any point. */
export async function nameReport(
  ports: Ports,
  connection: string,
  { report }: ReportItem,
): Promise<number | undefined> {
  const results = await ports.reports.read(report.id, report.values);
  let receipt = await receiptOf(ports, connection, report);
  for (const [index, part] of report.parts.entries()) {
    const own = results.filter((result) => result.part === index);
    const isLast = index === report.parts.length - 1;
    const named = await namePart(ports, { connection, report, part, index, results: own, receipt, isLast });
    if (named === 'busy') return busySeconds;
    receipt = named;
  }
  await finish(ports, connection, report, receipt);
  return undefined;
}

/** What the receipt tells already: a worker that died may have named some parts. */
async function receiptOf(ports: Ports, connection: string, report: StoredReport): Promise<Receipt> {
  const found = await ports.inbox.receipt(connection, report.id);
  const none: ReportOutcome = { named: false };
  const chunks = (found?.head.chunks ?? []).flatMap(({ id, findings }, index) =>
    id === `${report.id}-0` ? [] : [{ id, findings, ids: found?.ids[index] ?? [] }],
  );
  return { chunks, outcome: found?.head.report ?? none };
}

async function finish(
  ports: Ports,
  connection: string,
  report: StoredReport,
  receipt: Receipt,
): Promise<void> {
  if (!receipt.outcome.named) {
    const head = { receipt: report.id, connection, acceptedAt: report.acceptedAt };
    const chunks = receipt.chunks.map(({ id, findings }) => ({ id, findings }));
    await ports.inbox.putReceipt(
      { ...head, chunks, report: { ...receipt.outcome, named: true } },
      receipt.chunks.map(({ ids }) => ids),
    );
  }
  await ports.reports.remove(report.id, report.values);
  const ids = receipt.chunks.map(({ id }) => id);
  const waiting = await ports.inbox.pending(connection, ids);
  await ringFor(ports, [...waiting.values()]);
}
