import type { ReportItem } from '../../contract/inbox';
import { en } from '../../contract/messages/en';
import { say } from '../../contract/messages/say';
import { type AppFailure, appFailed, ofNoFinding } from '../../core/sync/app-failure';
import type { Ports } from '../ports';

/** A report that the app cannot digest: its receipt and an admin are told; the next report of its scope goes on. */
export async function parkReport(
  ports: Ports,
  connection: string,
  { report }: ReportItem,
  failure: AppFailure,
): Promise<void> {
  const { cause, reason } = appFailed(failure);
  await ports.causes.note(ofNoFinding(cause), reason, ports.now());
  const found = await ports.inbox.receipt(connection, report.id);
  if (found) {
    const incomplete = say({ code: 'reportFailed' }, en);
    await ports.inbox.putReceipt({ ...found.head, report: { named: true, incomplete } }, found.ids);
  }
  await ports.reports.remove(report.id, report.values);
}
