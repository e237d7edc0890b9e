import { portalClient } from '../../sandbox/start/portal-client';
import type { PortalAccess } from '../../sandbox/start/state';
import type { FindingView, ReceiptAnswer } from '../../../src/contract/portal-api';
import { eventually } from '../../sandbox/eventually';

/** Two findings of one product, with all that the panel shows of one. */
export const findings = [
  {
    id: 'SHOP-101',
    product: 'shop',
    title: 'SQL injection in the product search',
    severity: 'critical',
    status: 'verified',
    description: 'The parameter `q` of the search reaches the database query **unescaped**.',
    remediation: 'Use a prepared statement.',
    url: 'https://portal.example/findings/SHOP-101',
    cwe: ['CWE-89'],
    cvss: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
    location: { file: 'src/search.js', line: 42 },
  },
  {
    id: 'SHOP-102',
    product: 'shop',
    title: 'Session cookie without the Secure flag',
    severity: 'medium',
    status: 'unverified',
  },
] as const;

/** Sends findings as the portal does and answers the receipt once it is done. */
export async function sendFindings(access: PortalAccess, sent: readonly object[]): Promise<ReceiptAnswer> {
  const portal = portalClient(access);
  const { receipt } = (await portal.post('/v1/findings', JSON.stringify({ findings: sent }))) as {
    receipt: string;
  };
  return eventually('the receipt is done', async () => {
    const answer = (await portal.get(`/v1/receipts/${receipt}`)) as ReceiptAnswer;
    return answer.done ? answer : undefined;
  });
}

/** What became of findings, as the portal asks for it. */
export async function lookUp(access: PortalAccess, ids: readonly string[]): Promise<FindingView[]> {
  return (await portalClient(access).post('/v1/findings/lookup', JSON.stringify({ ids }))) as FindingView[];
}
