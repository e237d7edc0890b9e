/** One round between Jira and the portal: what people do in Jira arrives there, what the portal says arrives here. */
import { PEOPLE } from '../jira/seed';
import type { RunningPortal } from '../portal/start-portal';
import { changeFinding } from '../portal/send';
import type { PortalFinding } from '../portal/store';
import { eventually } from './eventually';
import { jiraClient } from './jira-client';

export interface RoundResult {
  /** Each step as a sentence. */
  readonly steps: readonly string[];
  /** What is not as it should be; empty when all went well. */
  readonly problems: readonly string[];
}

/** A person moves an issue to Done, the portal hears; the portal opens the finding again, the issues follow. */
export async function doPortalRound(portal: RunningPortal, origin: string): Promise<RoundResult> {
  const { state } = portal;
  const finding = await eventually('Linking the issues', () => linked(state.findings));
  const [product, security] = [finding.issues['product']?.key ?? '', finding.issues['security']?.key ?? ''];
  const jira = jiraClient(origin, PEOPLE.developer);
  await jira.moveTo(product, 'Done');
  const told = await eventually('Telling the portal', () =>
    state.findings.find(({ id, status }) => id === finding.id && status === 'resolved'),
  );
  await changeFinding(state, { ...told, status: 'verified' }, Date.now());
  const admin = jiraClient(origin, PEOPLE.admin);
  const [reopened, follows] = await Promise.all([isOpen(admin, product), isOpen(admin, security)]);
  return {
    steps: [
      `${product} was moved to Done; the portal heard that ${finding.id} is ${told.status}.`,
      `The portal said that ${finding.id} is verified; ${product} went to ${reopened}, ${security} to ${follows}.`,
    ],
    problems: problemsOf(portal),
  };
}

function linked(findings: readonly PortalFinding[]): PortalFinding | undefined {
  return findings.find(({ issues }) => issues['product'] && issues['security']);
}

function isOpen(jira: ReturnType<typeof jiraClient>, key: string): Promise<string> {
  return eventually(`Reopening ${key}`, async () => {
    const status = await jira.status(key);
    return status.category === 'done' ? undefined : status.name;
  });
}

function problemsOf({ state: { arrivals } }: RunningPortal): string[] {
  const broken = arrivals.filter(({ signature }) => signature !== 'holds');
  const twice = arrivals.flatMap(({ events }) => events).filter(({ again }) => again);
  return [
    ...broken.map(({ webhookId, signature }) => `The signature of ${webhookId} does not hold: ${signature}`),
    ...twice.map(({ n }) => `Event ${String(n)} arrived twice`),
  ];
}
