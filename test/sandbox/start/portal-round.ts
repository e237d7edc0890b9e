/** One round between Jira and the portal: what people do in Jira arrives there, what the portal says arrives here. */
import { PEOPLE } from '../jira/seed';
import type { RunningPortal } from '../portal/start-portal';
import { addComment, changeFinding } from '../portal/send';
import type { PortalFinding } from '../portal/store';
import { eventually } from '../eventually';
import { jiraClient } from './jira-client';

export interface RoundResult {
  /** Each step as a sentence. */
  readonly steps: readonly string[];
  /** What is not as it should be; empty when all went well. */
  readonly problems: readonly string[];
}

/**
 * A person moves an issue to Done, the portal hears; the portal opens the finding again, the issues follow. A comment of
 * a person goes to the portal and the other issue, one of the portal to both issues.
 */
export async function doPortalRound(portal: RunningPortal, origin: string): Promise<RoundResult> {
  const { state } = portal;
  const finding = await eventually('a finding has linked issues', () => linked(state.findings));
  const [product, security] = [finding.issues['product']?.key ?? '', finding.issues['security']?.key ?? ''];
  const jira = jiraClient(origin, PEOPLE.developer);
  await jira.moveTo(product, 'Done');
  const told = await eventually('the portal hears that it is resolved', () =>
    state.findings.find(({ id, status }) => id === finding.id && status === 'resolved'),
  );
  await changeFinding(state, { ...told, status: 'verified' }, Date.now());
  const admin = jiraClient(origin, PEOPLE.admin);
  const [reopened, follows] = await Promise.all([isOpen(admin, product), isOpen(admin, security)]);
  const talked = await talk(portal, finding, { product, security, origin });
  return {
    steps: [
      `${product} was moved to Done; the portal heard that ${finding.id} is ${told.status}.`,
      `The portal said that ${finding.id} is verified; ${product} went to ${reopened}, ${security} to ${follows}.`,
      ...talked,
    ],
    problems: problemsOf(portal),
  };
}

interface Places {
  readonly product: string;
  readonly security: string;
  readonly origin: string;
}

/** Comments both ways, each as a sentence. */
async function talk(
  { state }: RunningPortal,
  { id }: PortalFinding,
  { product, security, origin }: Places,
): Promise<string[]> {
  const admin = jiraClient(origin, PEOPLE.admin);
  const stands = (key: string, ...words: string[]) =>
    eventually(`the comment is on ${key}`, async () =>
      (await admin.comments(key)).find((body) => words.every((one) => body.includes(one))),
    );
  const fixed = 'Fixed in release 2.1.';
  await jiraClient(origin, PEOPLE.developer).comment(product, fixed);
  const heard = await eventually('the portal hears of a comment', () =>
    state.findings.find((one) => one.id === id && one.comments.some(({ body }) => body === fixed)),
  );
  await stands(security, fixed);
  const asked = 'is the fix live?';
  await addComment(state, heard, { body: asked, mention: PEOPLE.developer, now: Date.now() });
  const mention = `"mention","attrs":{"id":"${PEOPLE.developer}"`;
  for (const key of [product, security]) await stands(key, asked, mention);
  return [
    `A comment on ${product} reached the portal and ${security}.`,
    `A comment of the portal reached ${product} and ${security}, and mentions the developer on both.`,
  ];
}

function linked(findings: readonly PortalFinding[]): PortalFinding | undefined {
  return findings.find(({ issues }) => issues['product'] && issues['security']);
}

function isOpen(jira: ReturnType<typeof jiraClient>, key: string): Promise<string> {
  return eventually(`${key} is open again`, async () => {
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
