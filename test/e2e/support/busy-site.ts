import { PEOPLE } from '../../sandbox/jira/seed';
import { jiraClient } from '../../sandbox/start/jira-client';
import { doMainJob } from '../../sandbox/start/main-job';
import type { PortalAccess } from '../../sandbox/start/state';
import { callAsAdmin } from './admin-calls';
import { findings, sendFindings } from './findings';
import { appDir, type Sandbox } from './sandbox';

/** A site in use: reports of real tools came in, an issue was closed, and one finding is held up. */
export async function makeBusy(sandbox: Sandbox): Promise<PortalAccess> {
  const { portal } = await doMainJob(sandbox.host, sandbox.origin, appDir);
  await sendFindings(portal, findings);
  await sendToPayments(sandbox, 'payroll');
  await sendFindings(portal, [{ ...findings[1], id: 'PAY-1', product: 'payroll' }]);
  return portal;
}

/** Sends the issues of a product to a project that demands fields which nothing fills. */
export async function sendToPayments(sandbox: Sandbox, product: string): Promise<void> {
  const jira = jiraClient(sandbox.origin, PEOPLE.admin);
  const project = await jira.project('PAY');
  const { id, name } = await jira.issueType('PAY', 'Task');
  const { document, versions } = await callAsAdmin(sandbox, 'settings.get', {});
  await callAsAdmin(sandbox, 'settings.save', {
    section: 'products',
    version: versions.products,
    value: { ...document.products, [product]: { product: { project, issueType: { id, name } } } },
  });
}
