import { rateLimit } from '../sandbox/faults';
import { chargedByHour } from '../support/charged-points';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
const transitions = /transitions/;
afterEach(() => {
  world.close();
});

async function open(latencyMs: number, options: Parameters<typeof createWorld>[0] = {}): Promise<void> {
  world = createWorld({ ...options, host: { latency: () => latencyMs } });
  portal = await world.connect();
  await world.useSpaces({ security: null });
}

const many = (count: number, over: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, at) => finding({ id: `F-${String(at)}`, ...over }));

async function send(findings: readonly object[]): Promise<void> {
  expect((await portal.post('/v1/findings', { findings })).status).toBe(202);
}

/** Sends, settles, and answers how many seconds that took. */
async function secondsFor(findings: readonly object[]): Promise<number> {
  const before = world.clock.now();
  await send(findings);
  await world.settle(120);
  return (world.clock.now() - before) / 1000;
}

/** The times of calls that Jira's limits let through, in ms since now. */
function watchCalls(endpoint: string): { at: number; refused: boolean }[] {
  const seen: { at: number; refused: boolean }[] = [];
  const { limiter } = world.site.world;
  const refuse = limiter.refuse.bind(limiter);
  const start = world.clock.now();
  limiter.refuse = (call) => {
    const refusal = refuse(call);
    if (`${call.method} ${call.endpoint}`.includes(endpoint))
      seen.push({ at: world.clock.now() - start, refused: refusal !== undefined });
    return refusal;
  };
  return seen;
}

test('a hundred changes go out as many at once as Jira bears', async () => {
  await open(50);
  await send(many(100));
  await world.settle();
  expect(await secondsFor(many(100, { title: 'Another title' }))).toBeLessThan(3);
}, 60_000);

test.each([5, 20])(
  'at %i calls a second nothing is lost, and it takes little longer than it must',
  async (rate) => {
    await open(50);
    await send(many(60));
    await world.settle();
    world.site.setOption('rateLimits', { burst: rate, perIssue: true });
    const seconds = await secondsFor(many(60, { status: 'resolved' }));
    expect(seconds).toBeLessThan((60 / rate) * 1.3 + 2);
    world.site.setOption('rateLimits', {});
    expect(many(60).map((_, at) => world.statusOf(`WEB-${String(at + 1)}`))).toEqual(
      Array.from({ length: 60 }, () => 'Done'),
    );
  },
  60_000,
);

test('a second that Jira asks for is a second, waited for by the same worker', async () => {
  await open(50);
  await send(many(1));
  await world.settle();
  world.host.faults.add(rateLimit({ path: transitions, retryAfter: 1, reason: 'jira-burst-based' }));
  expect(await secondsFor(many(1, { status: 'resolved' }))).toBeLessThan(4);
  expect(world.statusOf('WEB-1')).toBe('Done');
  const { activities } = await world.admin('activity.list', {});
  expect(activities.flatMap(({ items }) => items.map(({ outcome }) => outcome))).not.toContain('waiting');
});

test('what Jira wants to wait longer is waited for to the second', async () => {
  await open(50);
  await send(many(1));
  await world.settle();
  world.host.faults.add(rateLimit({ path: transitions, retryAfter: 25 }));
  const seconds = await secondsFor(many(1, { status: 'resolved' }));
  expect(seconds).toBeGreaterThanOrEqual(25);
  expect(seconds).toBeLessThan(30);
});

test('of two refusals the longer stands, whichever worker hears it first', async () => {
  for (const waits of [
    [90, 2],
    [2, 90],
  ]) {
    await open(50);
    await send(many(300));
    await world.settle();
    waits.forEach((retryAfter, index) =>
      world.host.faults.add(
        rateLimit({ method: 'PUT', nth: index + 1, retryAfter, reason: 'jira-quota-tenant-based' }),
      ),
    );
    const calls = watchCalls('PUT');
    await secondsFor(many(300, { title: 'Another title' }));
    const early = calls.filter(({ at }) => at > 5_000 && at < 90_000);
    expect(early).toEqual([]);
    expect(calls.length).toBeGreaterThanOrEqual(300 - 2);
    if (waits[0] === 90) world.close();
  }
}, 60_000);

test('the hourly budget is not exceeded by calls that are on their way together', async () => {
  await open(50, { site: { rateLimits: { pointsPerHour: 2000 } } });
  await send(many(100));
  await world.settle();
  const charges = chargedByHour(world);
  const used = 120;
  charges.useElsewhere(1800 - used - 150);
  await send(many(100, { title: 'Another title' }));
  await world.settle(5);
  expect(charges.refused()).toBe(0);
  expect(charges.hours()[0]).toBeLessThanOrEqual(150 + used + 1);
}, 60_000);
