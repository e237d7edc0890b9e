/** Picks the gateways for one invocation. */
import { randomUUID } from 'node:crypto';
import type { Ports } from '../flows/ports';
import { createBells } from '../gateways/forge/bells';
import { createSite } from '../gateways/forge/site';
import { createJira } from '../gateways/jira';
import { createCatalogue } from '../gateways/jira/catalogue';
import { createJiraClient } from '../gateways/jira/client';
import { createActivityLog } from '../gateways/store/activity';
import { createCache } from '../gateways/store/cache';
import { createCauses } from '../gateways/store/causes';
import { createCounters } from '../gateways/store/counters';
import { createConnections } from '../gateways/store/connections';
import { createHealthStore } from '../gateways/store/health';
import { createInbox } from '../gateways/store/inbox';
import { createLinks } from '../gateways/store/links';
import { createMarks } from '../gateways/store/marks';
import { createProducts } from '../gateways/store/products';
import { createQuiet } from '../gateways/store/quiet';
import { createReplays } from '../gateways/store/replays';
import { createSettingsStore } from '../gateways/store/settings';

/** Ports of this invocation. Nothing here outlives it, so installations never mix. */
export function createPorts(): Ports {
  const now = () => Date.now();
  const client = createJiraClient(createQuiet(now));
  const cache = createCache(now);
  return {
    now,
    newId: () => randomUUID().replaceAll('-', ''),
    jira: createJira(client, cache),
    catalogue: createCatalogue(client),
    links: createLinks(),
    inbox: createInbox(),
    bells: createBells(),
    settings: createSettingsStore(now),
    health: createHealthStore(),
    connections: createConnections(),
    replays: createReplays(now),
    activity: createActivityLog(),
    causes: createCauses(),
    counters: createCounters(),
    marks: createMarks(),
    products: createProducts(),
    site: createSite(cache),
    jiraUse: client.use,
  };
}
