import { createWorld, finding, type Portal, start, type World } from '../support/world';
import { chargedByHour, type Charges } from '../support/charged-points';

let world: World;
let portal: Portal;
let charges: Charges;
afterEach(() => {
  world.close();
});

const hourMs = 3_600_000;

async function open(pointsPerHour: number): Promise<void> {
  world = createWorld({ site: { rateLimits: { pointsPerHour } } });
  portal = await world.connect();
  await world.useSpaces();
  charges = chargedByHour(world);
}

/** Hours pass as they do, with the app's schedules. */
async function pass(hours: number): Promise<void> {
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: hours * hourMs });
}

async function send(count: number, over: Record<string, unknown> = {}): Promise<void> {
  const findings = Array.from({ length: count }, (_, at) => finding({ id: `F-${String(at)}`, ...over }));
  expect((await portal.post('/v1/findings', { findings })).status).toBe(202);
}

async function statesOf(count: number): Promise<Record<string, number>> {
  const ids = Array.from({ length: count }, (_, at) => `F-${String(at)}`);
  const states = (await portal.post('/v1/findings/lookup', { ids })).json as { state: string }[];
  return Object.fromEntries(
    [...new Set(states.map(({ state }) => state))].map((one) => [
      one,
      states.filter(({ state }) => state === one).length,
    ]),
  );
}

test('more work than an hour has points for is spread over hours, without one refusal by Jira', async () => {
  await open(500);
  await send(150);
  await pass(2);
  expect(await statesOf(150)).toEqual({ synced: 150 });
  world.jiraCalls();
  await send(150, { status: 'resolved' });
  await pass(1);
  expect(await statesOf(150)).toHaveProperty('pending');
  await pass(4);
  expect(await statesOf(150)).toEqual({ synced: 150 });
  expect(world.statusOf('WEB-1')).toBe('Done');
  // Being put off costs next to nothing: workflows are not read anew for each issue.
  expect(world.jiraCalls().filter((call) => call.endsWith('/workflows')).length).toBeLessThan(30);
  expect(charges.refused()).toBe(0);
  expect(charges.hours().filter((points) => points > 150).length).toBeGreaterThanOrEqual(2);
  // Each of two workers may read a hundred issues with the call that reaches the line.
  expect(Math.max(...charges.hours())).toBeLessThanOrEqual(450 + 2 * 101);
}, 120_000);

test('findings that wait for the hour to turn say so, and are not held up', async () => {
  await open(200);
  charges.useElsewhere(190);
  await send(10);
  await world.settle(20);
  expect(await statesOf(10)).toEqual({ pending: 10 });
  const { activities, held } = await world.admin('activity.list', {});
  const reasons = activities.flatMap(({ items }) =>
    items.flatMap(({ outcome, reason }) => (outcome === 'waiting' ? [reason] : [])),
  );
  expect(reasons).toContainEqual({ code: 'budgetSpent' });
  expect(held).toEqual([]);
}, 60_000);

test('while much is done, the reserve lets a product issue that is done close its security issue', async () => {
  await open(400);
  await send(40);
  await world.settle(20);
  await send(300, { title: 'Another title' });
  await world.settle(20);
  expect(await statesOf(300)).toHaveProperty('pending');
  world.move('WEB-1', 'Done');
  await world.settle(5);
  expect(world.clock.now()).toBeLessThan(start + hourMs);
  expect(world.statusOf('SEC-1')).toBe('Closed');
  expect(charges.refused()).toBe(0);
}, 60_000);

test('what other sites used of the shared quota counts as soon as Jira tells it', async () => {
  await open(1000);
  charges.useElsewhere(880);
  await send(300);
  await world.settle(20);
  expect(await statesOf(300)).toHaveProperty('pending');
  expect(charges.hours()[0]).toBeLessThan(120);
  await pass(6);
  expect(await statesOf(300)).toEqual({ synced: 300 });
  expect(charges.refused()).toBe(0);
}, 60_000);

test('what looks after things by itself stops at half of the budget, and goes on in the next hour', async () => {
  await open(1000);
  await send(60);
  await world.settle(20);
  const before = charges.hours()[0] ?? 0;
  charges.useElsewhere(850 - before);
  await world.host.runSchedule('daily');
  await world.admin('connections.archive', { connection: portal.key });
  await world.admin('connections.forget', { connection: portal.key });
  await world.host.drainQueue();
  portal = await world.connect('After a reinstall');
  await world.admin('rebuild.start', { connection: portal.key });
  await world.settle(10);
  // The first call is what learns how little is left.
  expect(charges.hours()).toEqual([before + 2]);
  expect(await statesOf(60)).toEqual({ unknown: 60 });
  await world.settle(90);
  expect(await statesOf(60)).toEqual({ synced: 60 });
}, 60_000);
