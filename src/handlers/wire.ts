/** Picks the gateways for one invocation. */
import { storedShapes } from '../contract/stored/shapes';
import { randomUUID } from 'node:crypto';
import type { Urgency } from '../core/jira/budget';
import { failureLine } from '../core/data/failure-line';
import type { Ports } from '../flows/ports';
import { createBells } from '../gateways/forge/bells';
import { createPeople } from '../gateways/forge/people';
import { createSite } from '../gateways/forge/site';
import { createJira } from '../gateways/jira';
import { createOutside } from '../gateways/portal/outside';
import { createCatalogue } from '../gateways/jira/catalogue';
import { createJiraClient, type JiraClient } from '../gateways/jira/client';
import { createActivityLog } from '../gateways/store/activity';
import { createCache } from '../gateways/store/cache';
import { createCauses } from '../gateways/store/causes';
import { createCounters } from '../gateways/store/counters';
import { createConnections } from '../gateways/store/connections';
import { createDeeds } from '../gateways/store/deeds';
import { createMemo } from '../gateways/store/memo';
import { createJobs } from '../gateways/store/jobs';
import { createInbox } from '../gateways/store/inbox';
import { createLinks } from '../gateways/store/links';
import { createKnown } from '../gateways/store/known';
import { createLimits } from '../gateways/store/limits';
import { createMarks } from '../gateways/store/marks';
import { createPointers } from '../gateways/store/pointers';
import { isOutage } from '../gateways/store/outage';
import { createOutbounds } from '../gateways/store/outbounds';
import { createOutbox } from '../gateways/store/outbox';
import { createProducts } from '../gateways/store/products';
import { createQuotas } from '../gateways/store/quotas';
import { createReplays } from '../gateways/store/replays';
import { createReports } from '../gateways/store/reports';
import { createSettingsStore } from '../gateways/store/settings';
import { createTaskMarks } from '../gateways/store/task-marks';
import { createSlaWalk } from '../gateways/store/sla-walk';
import { createSnapshots } from '../gateways/store/snapshots';
import { createThreads } from '../gateways/store/threads';

const now = () => Date.now();
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** How long after its start an invocation still waits for Jira: well within its time limit and its leases. */
const patienceMs: Readonly<Record<Urgency, number>> = {
  urgent: 10_000,
  bulk: 4 * 60_000,
  background: 4 * 60_000,
};

/** Works with the ports of this invocation; how urgent it is decides how much of Jira's hourly budget it may use. */
export async function withPorts<T>(urgency: Urgency, work: (ports: Ports) => Promise<T>): Promise<T> {
  const limits = createLimits(now, urgency);
  const patience = { now, sleep, until: now() + patienceMs[urgency] };
  try {
    return await work(createPorts(createJiraClient(limits, patience)));
  } finally {
    await limits.flush().catch((error: unknown) => {
      // What was done is done; a lost count only makes the budget look larger until Jira reports what is left.
      console.warn(failureLine('counting points', error));
    });
  }
}

/** Nothing here outlives the invocation, so installations never mix. */
function createPorts(client: JiraClient): Ports {
  const cache = createCache(now);
  const connections = createConnections();
  return {
    now,
    pause: sleep,
    newId: () => randomUUID().replaceAll('-', ''),
    jira: createJira(client, cache, now),
    catalogue: createCatalogue(client),
    links: createLinks(),
    snapshots: createSnapshots(now),
    threads: createThreads(),
    pointers: createPointers(now),
    outbox: createOutbox(now, connections),
    outbounds: createOutbounds(),
    outside: createOutside({ now, sleep }),
    inbox: createInbox(now),
    reports: createReports(),
    known: createKnown(),
    bells: createBells(),
    settings: createSettingsStore(now),
    health: createMemo('health', storedShapes.health),
    connections,
    deeds: createDeeds(),
    replays: createReplays(now),
    activity: createActivityLog(now),
    causes: createCauses(),
    jobs: createJobs(),
    counters: createCounters(),
    quotas: createQuotas(),
    marks: createMarks(),
    products: createProducts(),
    taskMarks: createTaskMarks(),
    slaWalk: createSlaWalk(),
    setUp: createMemo('set-up', storedShapes.setUp),
    people: createPeople(),
    site: createSite(cache),
    isOutage,
    jiraUse: client.use,
  };
}
