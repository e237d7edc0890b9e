/** What the portal asks about its requests. */
import type { Refused } from '../../contract/inbox';
import type { Reason } from '../../contract/messages/message';
import type { ReceiptAnswer } from '../../contract/portal-api';
import { inWords } from '../../core/portal/finding-view';
import { pageOfReceipt } from '../../core/portal/receipt-page';
import { sumOfTallies } from '../../core/data/tally';
import { readRef, refText } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';
import { namesOf } from './product-names';
import { viewFindings } from './view-findings';
import { idsWaiting, marksOf } from './waiting-ids';

const receiptDays = 7;

/** What a receipt tells, and how many findings its request names. */
export interface ReadReceipt {
  readonly answer: ReceiptAnswer;
  readonly total: number;
  /** Why each finding of the page is held, waits or was skipped, in their order. */
  readonly reasons: readonly (Reason | undefined)[];
  readonly refused?: Refused | undefined;
}

/** A page of a receipt's findings, for which so many records are read. */
export interface ReceiptPage {
  readonly from: number;
  readonly records: number;
}

/**
 * What became of one request, a page of its findings at a time; undefined when there is no such receipt of this
 * connection, or it is too old. Whether it is done, its chunks tell together with the findings of the page.
 */
export async function readReceipt(
  ports: ReadPorts,
  connection: string,
  receipt: string,
  { from, records }: ReceiptPage,
): Promise<ReadReceipt | undefined> {
  const found = await ports.inbox.receipt(connection, receipt);
  if (!found || ports.now() - found.head.acceptedAt > receiptDays * 86_400_000) return undefined;
  const { head } = found;
  const told =
    head.report?.sameAs === undefined ? found : await ports.inbox.receipt(connection, head.report.sameAs);
  const waiting = told ? await idsWaiting(ports, told, await marksOf(ports, told.head)) : new Set<string>();
  const names = await namesOf(ports, connection);
  const nowOf = (text: string) => refText(connection, names.now(readRef(connection, text)));
  const all = [...new Set(told?.ids.flat().map(nowOf))];
  const page = pageOfReceipt(all, waiting, from, records);
  const asked = page.shown.map((text) => readRef(connection, text));
  const findings = await viewFindings(ports, connection, asked, waiting, { read: page.read, names });
  const answer = {
    receipt,
    acceptedAt: new Date(head.acceptedAt).toISOString(),
    done:
      head.report?.named !== false &&
      waiting.size === 0 &&
      findings.every(({ state }) => state !== 'pending'),
    ...(head.report?.resolved !== undefined && { resolved: head.report.resolved }),
    ...(head.report?.incomplete !== undefined && { incomplete: head.report.incomplete }),
    ...(head.report?.parts && {
      new: sumOfTallies(Object.values(head.report.parts).map((part) => part.new)),
    }),
    findings: findings.map(inWords),
    ...(page.next !== undefined && { next: String(page.next) }),
  };
  return { answer, total: all.length, reasons: findings.map(({ why }) => why), refused: head.refused };
}
