import type { Clock, JiraAnswer, JiraCaller, JiraRequest, JiraSite, ProductEvent } from '../types';
import { createAdmin } from './admin/admin';
import type { SiteAdmin } from './admin/admin';
import { installBasics } from './admin/basics';
import { createEventBus } from './events/event-bus';
import { createPropertyTrail } from './events/property-trail';
import { answerCall } from './http/answer-call';
import { createRouter } from './http/router';
import { createSearchIndex } from './jql/search-index';
import { createRateLimiter } from './limits/rate-limiter';
import { defaultOptions } from './options';
import type { SiteOptions } from './options';
import { ALL_ROUTES } from './routes/index';
import { emptyState } from './state/site-state';
import { restoreSnapshot, takeSnapshot } from './state/snapshot';
import type { SiteSnapshot } from './state/snapshot';
import type { World } from './world';

/** How a site is made. */
export interface JiraSiteSetup {
  readonly clock: Clock;
  readonly options?: Partial<SiteOptions>;
  /** Restores a site that `snapshot()` wrote; without it the site has no projects. */
  readonly snapshot?: SiteSnapshot;
  /** Fills a new site; not run when a snapshot is restored. */
  readonly seed?: (site: JiraStandIn) => void;
}

/** The Jira stand-in: what a Forge host needs, and what an admin does by hand. */
export interface JiraStandIn extends JiraSite, SiteAdmin {
  readonly world: World;
  /** The whole site as one JSON document. */
  snapshot(): SiteSnapshot;
  /** The same as text: faster, for whoever writes it down at once. */
  saved(): string;
}

/** The account of the app, shaped like Atlassian's. */
export const APP_ACCOUNT_ID = '557058:security-findings-app';

/** Makes a Jira site in memory. All time comes from the clock; nothing reaches the network. */
export function createJiraSite({ clock, options, snapshot, seed }: JiraSiteSetup): JiraStandIn {
  const world = createWorld(clock, { ...defaultOptions(), ...options }, snapshot);
  const find = createRouter(ALL_ROUTES);
  const site: JiraStandIn = {
    ...createAdmin(world),
    world,
    appAccountId: world.appAccountId,
    get baseUrl() {
      return world.options.baseUrl;
    },
    async handle(request: JiraRequest, caller: JiraCaller): Promise<JiraAnswer> {
      const { answer, cost } = answerCall(world, find, request, caller);
      await pass(clock, world.options.latencyMs + cost.created * world.options.createLatencyMs);
      return answer;
    },
    onEvent(listener: (event: ProductEvent) => void) {
      world.events.subscribe(listener);
    },
    propertyForFilter(issueId: string, propertyKey: string): unknown {
      const lag = world.options.filterPropertyLagMs;
      const past = world.trail.valueAt(issueId, propertyKey, clock.now() - lag);
      const live = world.state.issues.get(issueId)?.properties[propertyKey];
      return lag === 0
        ? (live ?? past)
        : (past ?? (world.trail.knows(issueId, propertyKey) ? undefined : live));
    },
    snapshot: () => structuredClone(takeSnapshot(world.state)),
    saved: () => JSON.stringify(takeSnapshot(world.state)),
  };
  if (!snapshot) seed?.(site);
  return site;
}

function createWorld(clock: Clock, options: SiteOptions, snapshot: SiteSnapshot | undefined): World {
  const state = snapshot ? restoreSnapshot(snapshot) : emptyState();
  const world: World = {
    state,
    options,
    clock,
    index: createSearchIndex(options, clock),
    events: createEventBus(),
    trail: createPropertyTrail(),
    limiter: createRateLimiter(options, clock),
    appAccountId: APP_ACCOUNT_ID,
    conflicts: new Map(),
  };
  if (!snapshot) installBasics(world);
  world.index.rebuild(state.issues.values());
  return world;
}

/** Lets the time pass that a call takes: the sandbox's clocks sleep, a plain test clock is moved. */
async function pass(clock: Clock, ms: number): Promise<void> {
  if (ms <= 0) return;
  if (can(clock, 'sleep')) await clock.sleep(ms);
  else if (can(clock, 'advance')) await clock.advance(ms);
}

function can<N extends string>(clock: Clock, name: N): clock is Clock & Record<N, (ms: number) => unknown> {
  return typeof (clock as Clock & Partial<Record<N, unknown>>)[name] === 'function';
}
