/** The app's main job, done through its public doors only: admin resolver, signed portal calls, Jira's REST API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingView, ReceiptAnswer } from '../../../src/contract/portal-api';
import type { ForgeHost } from '../forge/host';
import { PEOPLE } from '../jira/seed';
import { callAdminPage } from './call-admin-page';
import { eventually } from '../eventually';
import { jiraClient, type JiraClient } from './jira-client';
import { type PortalClient, portalClient } from './portal-client';
import type { PortalAccess } from './state';

/** Reports of real tools, each for a product of its own. */
const reports = [
  { file: 'eslint.sarif', product: 'shop' },
  { file: 'secretlint.sarif', product: 'deploy' },
  { file: 'clang.sarif', product: 'gateway' },
] as const;

export interface JobResult {
  readonly portal: PortalAccess;
  readonly accepted: number;
  readonly rejected: number;
  readonly findings: readonly FindingView[];
  /** Product issue that a person closed, and the security issue that followed. */
  readonly closed: {
    readonly product: string;
    readonly security: string;
    readonly statusOfSecurity: string;
    readonly category: string;
  };
  /** What is not as it should be; empty when all went well. */
  readonly problems: readonly string[];
}

/** Sets the app up, brings the reports in, closes one product issue and waits for the security issue to follow. */
export async function doMainJob(host: ForgeHost, origin: string, appDir: string): Promise<JobResult> {
  const admin = jiraClient(origin, PEOPLE.admin);
  await chooseSpaces(host, admin);
  const portal = await connect(host);
  const client = portalClient(portal);
  const { accepted, rejected, findings } = await bringIn(client, appDir);
  const first = findings.find(({ issues }) => issues.product && issues.security)?.issues;
  if (!first?.product || !first.security) throw new Error('No finding has issues in both spaces.');
  for (const key of [first.product.key, first.security.key]) await showPanel(origin, key);
  await jiraClient(origin, PEOPLE.developer).moveTo(first.product.key, 'Done');
  const security = await closedIssue(admin, first.security.key);
  const closed = {
    product: first.product.key,
    security: first.security.key,
    statusOfSecurity: security.name,
    category: security.category,
  };
  return {
    portal,
    accepted,
    rejected,
    findings,
    closed,
    problems: await problemsOf(admin, findings, accepted, closed),
  };
}

/** Switches both spaces on, as the admin page would. */
export async function chooseSpaces(host: ForgeHost, jira: JiraClient): Promise<void> {
  const { versions } = await callAdminPage(host, 'settings.get', {});
  const value = {
    product: await spaceOf(jira, 'WEB', 'Done'),
    security: await spaceOf(jira, 'SEC', 'Closed'),
  };
  await callAdminPage(host, 'settings.save', { section: 'spaces', version: versions.spaces, value });
}

async function spaceOf(jira: JiraClient, key: string, resolved: string) {
  const project = await jira.project(key);
  const task = await jira.issueType(key, 'Task');
  const status = task.statuses.find(({ name }) => name === resolved);
  const priorities = await jira.priorities(project.id);
  const levels = ['critical', 'high', 'medium', 'low', 'info'] as const;
  const map = Object.fromEntries(
    levels.map((level, index) => [level, priorities[Math.min(index, priorities.length - 1)]]),
  );
  return {
    enabled: true,
    project,
    issueType: { id: task.id, name: task.name },
    resolvedStatus: status ?? null,
    rejectedStatus: status ?? null,
    priorities: { enabled: priorities.length > 0, map },
  };
}

async function connect(host: ForgeHost): Promise<PortalAccess> {
  const created = await callAdminPage(host, 'connections.create', {
    name: 'Security portal',
    method: 'signature',
  });
  if (!('secret' in created)) throw new Error('The connection has no secret.');
  return { baseUrl: created.baseUrl, secret: created.secret };
}

async function bringIn(portal: PortalClient, appDir: string) {
  const receipts: ReceiptAnswer[] = [];
  let accepted = 0;
  let rejected = 0;
  for (const { file, product } of reports) {
    const report = readFileSync(join(appDir, 'test/fixtures', file), 'utf8');
    const answer = (await portal.post(`/v1/products/${product}/reports/sarif`, report)) as {
      receipt: string;
      accepted: number;
      rejected: unknown[];
    };
    accepted += answer.accepted;
    rejected += answer.rejected.length;
    receipts.push(await finished(portal, answer.receipt));
  }
  return { accepted, rejected, findings: receipts.flatMap((receipt) => receipt.findings) };
}

function finished(portal: PortalClient, receipt: string): Promise<ReceiptAnswer> {
  return eventually(`receipt ${receipt} is done`, async () => {
    const answer = (await portal.get(`/v1/receipts/${receipt}`)) as ReceiptAnswer;
    return answer.done ? answer : undefined;
  });
}

function closedIssue(jira: JiraClient, key: string) {
  return eventually(`${key} is closed`, async () => {
    const status = await jira.status(key);
    return status.category === 'done' ? status : undefined;
  });
}

/** As a person does it with the issue's menu: in Jira a panel is not on an issue until somebody adds it. */
async function showPanel(origin: string, key: string): Promise<void> {
  const body = new URLSearchParams({ do: 'add', module: 'finding' });
  const answer = await fetch(`${origin}/browse/${key}/panel`, { method: 'POST', body, redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`Adding the panel to ${key} answered ${String(answer.status)}.`);
}

async function problemsOf(
  jira: JiraClient,
  findings: readonly FindingView[],
  accepted: number,
  closed: JobResult['closed'],
): Promise<string[]> {
  const problems: string[] = [];
  if (findings.length !== accepted)
    problems.push(
      `${String(accepted)} findings were accepted, ${String(findings.length)} are on the receipts`,
    );
  for (const { id, state, issues } of findings) {
    if (state === 'skipped') continue;
    if (!issues.product || !issues.security) problems.push(`${id} is ${state} and lacks an issue`);
    else if (!(await jira.isLinked(issues.product.key, issues.security.key)))
      problems.push(`${issues.product.key} is not linked to ${issues.security.key}`);
  }
  if (closed.category !== 'done') problems.push(`${closed.security} is ${closed.statusOfSecurity}`);
  return problems;
}
