import type { ReceiptView } from '../../contract/api';
import { type ReadReceipt, readReceipt } from './read-receipt';
import type { ReadPorts } from '../ports';

const shown = 200;

/** The receipt, whichever portal it was given to: an admin knows only what stands in a portal's log. */
export async function findReceipt(ports: ReadPorts, receipt: string): Promise<ReceiptView | undefined> {
  for (const { key } of await ports.connections.list()) {
    const found = await readReceipt(ports, key, receipt, { from: 0, records: shown });
    if (found) return viewOf(key, found);
  }
  return undefined;
}

function viewOf(connection: string, { answer, total, reasons, refused }: ReadReceipt): ReceiptView {
  const { acceptedAt, done, findings } = answer;
  const listed = findings.slice(0, shown).map(({ id, product, state, issues }, index) => ({
    id,
    ...(product !== undefined && { product }),
    state,
    ...(reasons[index] && { reason: reasons[index] }),
    issues: [issues.product, issues.security].flatMap((issue) => issue?.key ?? []),
  }));
  return { connection, acceptedAt, done, total, findings: listed, ...(refused && { refused }) };
}
