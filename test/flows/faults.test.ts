import {
  crashAfterCall,
  deliverTwice,
  fail,
  failStorage,
  rateLimit,
  timeOutAfter,
  timeOutBefore,
} from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

async function open(site: Parameters<typeof createWorld>[0] = {}): Promise<void> {
  world = createWorld(site);
  portal = await world.connect();
  await world.useSpaces();
}
afterEach(() => {
  world.close();
});

/** How many issues a project holds, whatever search sees of them. */
function count(project: string): number {
  return [...world.site.world.state.issues.values()].filter(({ key }) => key.startsWith(`${project}-`))
    .length;
}

async function stateOf(id: string): Promise<unknown> {
  const { json } = await portal.post('/v1/findings/lookup', { ids: [id] });
  return (json as { state: string }[])[0]?.state;
}

const bulk = { method: 'POST', path: /\/issue\/bulk$/ };

describe.each([0, 60_000])('with an index that lags %i ms behind', (indexLagMs) => {
  test.each([
    ['a time-out after Jira created the issues', timeOutAfter(bulk)],
    ['a time-out before Jira created the issues', timeOutBefore(bulk)],
    ['a 504 after Jira created the issues', timeOutAfter(bulk, '504')],
    ['a crash after the create call', crashAfterCall(1, bulk)],
    ['a crash after the second create call', crashAfterCall(2, bulk)],
    ['a 503', fail(503, bulk)],
    ['a refused rate', rateLimit({ ...bulk, retryAfter: 20 })],
    ['a gateway that refuses without Retry-After', rateLimit(bulk)],
  ])('%s ends in one issue per space', async (_name, fault) => {
    await open({ site: { indexLagMs } });
    world.host.faults.add(fault);
    await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' }), finding({ id: 'F-2' })] });
    await world.settle(120);
    for (const id of ['F-1', 'F-2']) expect(await stateOf(id)).toBe('synced');
    expect([count('WEB'), count('SEC')]).toEqual([2, 2]);
  });
});

test('a search that fails for one create in doubt lets none of the others be made twice', async () => {
  await open({ site: { indexLagMs: 120_000 } });
  await world.useSpaces({ security: null });
  const space = { project: world.ref('project', 'OPS'), issueType: world.ref('type', 'OPS', 'Task') };
  await world.save('products', { Other: { product: space } });
  const findings = [finding({ id: 'F-1' }), finding({ id: 'F-2', product: 'Other' })];
  const [seconds, role] = [1000, 'atlassian-addons-project-access'];
  world.host.faults.add(timeOutAfter(bulk));
  await portal.post('/v1/findings', { findings });
  await world.host.runUntilIdle({ maxVirtualMs: 10 * seconds });
  // Its search, which finds nothing, does not count: soon only the other create waits for a second one.
  world.site.revoke('OPS', 'BROWSE_PROJECTS', role);
  await world.host.runUntilIdle({ maxVirtualMs: 100 * seconds });
  world.host.faults.add(fail(503, { path: /search\/jql/ }));
  await portal.post('/v1/findings', { findings });
  await world.host.runUntilIdle({ maxVirtualMs: 40 * seconds });
  world.site.grant('OPS', 'BROWSE_PROJECTS', role);
  await world.settle(120);
  for (const id of ['F-1', 'F-2']) expect(await stateOf(id)).toBe('synced');
  expect([count('WEB'), count('OPS')]).toEqual([1, 1]);
});

test('a bell that comes twice creates nothing twice', async () => {
  await open();
  world.host.faults.add(deliverTwice('queue', 3));
  await portal.post('/v1/findings', { findings: [finding(), finding()] });
  await world.settle();
  expect([count('WEB'), count('SEC')]).toEqual([2, 2]);
});

test('a bell that never comes is rung again by the sweep', async () => {
  await open();
  world.host.faults.add(fail(500, { on: 'queue' }));
  const posted = await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  expect(posted.status).toBe(202);
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 20 * 60_000 });
  expect(await stateOf('F-1')).toBe('synced');
});

test('a refusal is parked with its cause, and a retry sends it again', async () => {
  await open();
  await world.useSpaces({ product: 'PAY', security: null });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' }), finding({ id: 'F-2' })] });
  await world.settle();
  expect(await stateOf('F-1')).toBe('held');
  const { held } = await world.admin('activity.list', {});
  expect(held).toEqual([
    expect.objectContaining({
      findings: 2,
      reason: { code: 'fieldRequired', project: 'Payments', field: 'Components', where: 'spaces' },
    }),
  ]);
  await world.useSpaces({ product: 'WEB', security: null });
  expect(await world.admin('activity.retry', { cause: held[0]?.cause })).toEqual({ retried: 2 });
  expect(await stateOf('F-1')).toBe('pending');
  await world.settle();
  expect(await stateOf('F-1')).toBe('synced');
  expect((await world.admin('activity.list', {})).held).toEqual([]);
});

test('findings that come before any space is chosen wait for it', async () => {
  world = createWorld();
  portal = await world.connect();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle();
  expect(await stateOf('F-1')).toBe('held');
  await world.useSpaces();
  await world.admin('activity.retry', {});
  await world.settle();
  expect(await stateOf('F-1')).toBe('synced');
});

test('events that come late and in the wrong order close nothing that is open', async () => {
  world = createWorld({ host: { eventDelayMs: (event) => (event.at % 2 === 0 ? 90_000 : 1_000) } });
  portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  world.clock.advance(1);
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-1')).toBe('Open');
});

test('an issue that people deleted is not made again', async () => {
  await open();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle();
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/WEB-1', as: PEOPLE.admin });
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/SEC-1', as: PEOPLE.admin });
  await world.settle();
  expect(await stateOf('F-1')).toBe('deleted');
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', title: 'Again' })] });
  await world.settle();
  expect([count('WEB'), count('SEC')]).toEqual([0, 0]);
});

test('an event that storage could not take is delivered again', async () => {
  await open();
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  world.host.faults.add(failStorage(429, 'TOO_MANY_REQUESTS', { times: 2 }));
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-1')).toBe('Closed');
});
