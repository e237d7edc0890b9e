import type { ReceiptView } from '../../contract/api';
import type { ReceiptAnswer } from '../../contract/portal-api';
import { readReceipt } from './lookup-findings';
import type { ReadPorts } from '../ports';

const shown = 200;

/** The receipt, whichever portal it was given to: an admin knows only what stands in a portal's log. */
export async function findReceipt(ports: ReadPorts, receipt: string): Promise<ReceiptView | undefined> {
  for (const { key } of await ports.connections.list()) {
    const answer = await readReceipt(ports, key, receipt);
    if (answer) return viewOf(key, answer);
  }
  return undefined;
}

function viewOf(connection: string, { acceptedAt, done, findings }: ReceiptAnswer): ReceiptView {
  const listed = findings.slice(0, shown).map(({ id, state, issues }) => ({
    id,
    state,
    issues: [issues.product, issues.security].flatMap((issue) => issue?.key ?? []),
  }));
  return { connection, acceptedAt, done, total: findings.length, findings: listed };
}
