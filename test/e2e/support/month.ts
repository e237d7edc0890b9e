/** A month of a security portal's life in a few seconds, on a virtual clock that ends now. */
import type { Severity } from '../../../src/contract/finding';
import { installVirtualDate, virtualClock } from '../../sandbox/clock';
import { PEOPLE } from '../../sandbox/jira/seed';
import { jiraClient, type JiraClient } from '../../sandbox/start/jira-client';
import { portalClient } from '../../sandbox/start/portal-client';
import { callAsAdmin } from './admin-calls';
import { openSandbox, type Sandbox } from './sandbox';

const days = 30;
const dayMs = 86_400_000;
const weaknesses: readonly (readonly [string, Severity])[] = [
  ['SQL injection in the product search', 'critical'],
  ['Stored cross-site scripting in reviews', 'high'],
  ['Session cookie without the Secure flag', 'medium'],
  ['Outdated TLS version on the payment endpoint', 'medium'],
  ['Verbose error page shows the framework version', 'low'],
];
const products = ['shop', 'checkout', 'gateway', 'accounts'];

export interface Month {
  readonly sandbox: Sandbox;
  readonly created: number;
  readonly resolved: number;
}

/** Sets both spaces up and plays the month; the machine's own date is back when it is over. */
export async function playMonth(): Promise<Month> {
  const now = Date.now();
  const clock = virtualClock(now - (days - 1) * dayMs);
  // Nothing happens later than now, at whatever time of the day this is played.
  const morningMs = Math.min(dayMs / 3, Math.floor((now % dayMs) / 2));
  const restoreDate = installVirtualDate(clock);
  const sandbox = await openSandbox(clock);
  try {
    await setUpSpaces(sandbox);
    const made = await callAsAdmin(sandbox, 'connections.create', {
      name: 'Security portal',
      method: 'signature',
    });
    if (!('secret' in made)) throw new Error('The connection has no secret.');
    const portal = portalClient({ baseUrl: made.baseUrl, secret: made.secret });
    const sent: object[] = [];
    let resolved = 0;
    for (let day = 0; day < days; day += 1) {
      const fresh = newFindings(day, sent.length);
      const fixed = sent.slice(resolved, resolved + fixedOn(day, sent.length - resolved));
      const findings = [...fresh, ...fixed.map((finding) => ({ ...finding, status: 'resolved' }))];
      if (findings.length > 0) await portal.post('/v1/findings', JSON.stringify({ findings }));
      await sandbox.host.runUntilIdle({ maxVirtualMs: dayMs / 24 });
      sent.push(...fresh);
      resolved += fixed.length;
      if (day < days - 1) clock.advanceTo(clock.now() + dayMs - (clock.now() % dayMs) + morningMs);
    }
    return { sandbox, created: sent.length, resolved };
  } finally {
    restoreDate();
  }
}

/** More on working days, and a wave in the second week. */
function newFindings(day: number, before: number): object[] {
  const count = day % 7 > 4 ? 0 : 2 + ((day * 5) % 4) + (day > 6 && day < 12 ? 6 : 0);
  return Array.from({ length: count }, (_, index) => {
    const number = before + index;
    const [title, severity] = weaknesses[number % weaknesses.length] ?? ['Weak password hash', 'high'];
    const product = products[number % products.length] ?? 'shop';
    return { id: `F-${String(number + 1)}`, product, title, severity, status: 'verified' };
  });
}

function fixedOn(day: number, open: number): number {
  return day % 7 > 4 ? 0 : Math.min(open, (day * 3) % 5);
}

/** Chooses a space for each team, as an admin would. */
export async function setUpSpaces(sandbox: Sandbox): Promise<void> {
  const jira = jiraClient(sandbox.origin, PEOPLE.admin);
  const { versions } = await callAsAdmin(sandbox, 'settings.get', {});
  const value = {
    product: await spaceOf(jira, 'WEB', 'Done', 'Done'),
    security: await spaceOf(jira, 'SEC', 'Closed', 'Rejected'),
  };
  await callAsAdmin(sandbox, 'settings.save', { section: 'spaces', version: versions.spaces, value });
}

async function spaceOf(jira: JiraClient, key: string, resolved: string, rejected: string): Promise<object> {
  const { id, name, statuses } = await jira.issueType(key, 'Task');
  const status = (wanted: string) => statuses.find((one) => one.name === wanted) ?? null;
  return {
    enabled: true,
    project: await jira.project(key),
    issueType: { id, name },
    resolvedStatus: status(resolved),
    rejectedStatus: status(rejected),
  };
}
