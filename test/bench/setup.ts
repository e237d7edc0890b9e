/** The site and the settings that the benchmarks run on. */
import { usualQuota } from '../../src/core/jira/budget';
import type { Ref, Space } from '../../src/contract/settings';
import { PEOPLE, seedSite, STEPWISE_WORKFLOW } from '../sandbox/jira/seed';
import type { JiraStandIn } from '../sandbox/jira';
import { createWorld, type Portal, type World } from '../support/world';
import type { HostOptions } from '../sandbox/forge/host';
import { countingRecorder, createMeter, type Meter } from './meter';

/** A team space of a benchmark. `resolved` and `rejected` are statuses by name. */
export interface Place {
  readonly project: 'WEB' | 'SAFE' | 'BARE' | 'STEP' | 'SEC';
  readonly resolved: string;
  readonly rejected: string;
  /** Transitions from a new issue to `resolved`, and from there back to an open status. */
  readonly stepsDown: number;
  readonly stepsUp: number;
  /** The status that a verified finding shall have from the start, one step from where issues start. */
  readonly verified?: string;
}

export interface Places {
  readonly product?: Place;
  readonly security?: Place;
}

const direct = { resolved: 'Done', rejected: 'Done', stepsDown: 1, stepsUp: 1 } as const;
const stepwise = { resolved: 'Closed', rejected: 'Rejected', stepsDown: 3, stepsUp: 1 } as const;

/** Spaces by what they show. On the create screen of `bare` issues cannot be linked. */
export const places = {
  product: { project: 'WEB', ...direct },
  security: { project: 'SAFE', ...direct },
  bare: { project: 'BARE', ...direct },
  wanted: { project: 'WEB', ...direct, verified: 'In Progress' },
  stepwiseProduct: { project: 'STEP', ...stepwise },
  stepwiseSecurity: { project: 'SEC', ...stepwise },
} as const satisfies Record<string, Place>;

/** The spaces that are switched on. */
export function spacesIn({ product, security }: Places): Place[] {
  return [product, security].flatMap((place) => place ?? []);
}

function seed(site: JiraStandIn): void {
  seedSite(site);
  const administrators = [PEOPLE.admin];
  const members = [PEOPLE.developer, PEOPLE.engineer];
  site.addProject({ key: 'SAFE', name: 'Safety', administrators, members });
  site.addProject({ key: 'BARE', name: 'Bare', administrators, members, offCreateScreen: ['issuelinks'] });
  site.addProject({ key: 'STEP', name: 'Stepwise', administrators, members, workflow: STEPWISE_WORKFLOW });
}

/** Milliseconds that each call of Jira or storage takes, and that each created issue adds. */
export interface Delays {
  readonly callMs: number;
  readonly createMs: number;
}
export const usualDelays: Delays = { callMs: 50, createMs: 20 };

export interface Bench {
  readonly world: World;
  readonly portal: Portal;
  readonly meter: Meter;
}

/** A world with a connected portal and these spaces; the caller closes the world. */
export async function setUp(where: Places, delays: Delays, host: Partial<HostOptions> = {}): Promise<Bench> {
  const recorder = countingRecorder();
  const world = createWorld({
    seed,
    site: { createLatencyMs: delays.createMs, rateLimits: { pointsPerHour: usualQuota } },
    host: { recorder, latency: () => delays.callMs, ...host },
  });
  const portal = await world.connect();
  await world.save('spaces', {
    product: spaceOf(world, where.product),
    security: spaceOf(world, where.security),
  });
  await world.save('deleting', { enabled: true, graceDays: 0, hourlyCap: 1000 });
  return { world, portal, meter: createMeter(world, recorder) };
}

/** Works in a world of one space where no call takes time, and closes it. */
export async function inBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = await setUp({ product: places.product }, { callMs: 0, createMs: 0 });
  try {
    return await work(bench);
  } finally {
    bench.world.close();
  }
}

function spaceOf(world: World, place: Place | undefined): Partial<Space> {
  if (!place) return { enabled: false };
  const status = (name: string): Ref => world.ref('status', place.project, name);
  return {
    enabled: true,
    project: world.ref('project', place.project),
    issueType: world.ref('type', place.project, 'Task'),
    resolvedStatus: status(place.resolved),
    rejectedStatus: status(place.rejected),
    ...(place.verified === undefined
      ? {}
      : { statuses: { verified: { jira: [status(place.verified)], direction: 'both' } } }),
  };
}

const hourMs = 3_600_000;
/** What was put off to the full hour is rung for a little later, by the sweep. */
const sweepMs = 3 * 60_000;

/** Lets time pass to the next full hour: then all its points are there again. */
export function nextHour({ world }: Pick<Bench, 'world'>): void {
  world.clock.advanceTo((Math.floor(world.clock.now() / hourMs) + 1) * hourMs);
}

/**
 * Sends bodies one after the other and lets everything that follows happen, as many hours as Jira's points need.
 * @throws when one is not accepted
 */
export async function send(bench: Bench, bodies: readonly string[]): Promise<void> {
  const { world, portal } = bench;
  for (const body of bodies) {
    const { status, json } = await portal.post('/v1/findings', body);
    if (status !== 202) throw new Error(`The portal was answered ${String(status)}: ${JSON.stringify(json)}`);
  }
  await world.settle(24 * 60);
  while (isPending(world)) {
    nextHour(bench);
    world.clock.advance(sweepMs);
    await world.host.runSchedule('sweep');
    await world.settle(24 * 60);
  }
}

/** Looks from outside, so that the look is none of the app's calls. */
function isPending({ host }: World): boolean {
  return host.kvs.snapshot().values.some(({ key }) => key.startsWith('pending:'));
}
