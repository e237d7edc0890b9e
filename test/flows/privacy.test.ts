import { randomBytes } from 'node:crypto';
import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

const weekMs = 7 * 24 * 3_600_000;
const leaver = '5b10a00000000000000000leaver';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

const storage = () => JSON.stringify(world.host.kvs.snapshot());

async function weekLater(): Promise<void> {
  world.clock.advance(weekMs);
  await world.host.runSchedule('weekly');
}

function reported(): Map<string, string> {
  return new Map(
    world.host.accounts.reports.flat().map(({ accountId, updatedAt }) => [accountId, updatedAt]),
  );
}

async function waiting(assignee: object): Promise<void> {
  await world.admin('connections.setPaused', { connection: portal.key, paused: true });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', assignee })] });
}

test('everybody whose account id is stored is reported once a week, with the age of the oldest mention', async () => {
  const connected = new Date(world.clock.now()).toISOString();
  world.clock.advance(60_000);
  const assignee = { id: PEOPLE.developer, name: 'A developer' };
  await world.useSpaces({}, { assignee });
  await waiting({ accountId: leaver });
  await weekLater();
  expect([...reported().keys()].sort()).toEqual([PEOPLE.admin, PEOPLE.developer, leaver].sort());
  expect(reported().get(PEOPLE.admin)).toBe(connected);
});

test('looking through all that is held takes at most half of what storage gives everybody', async () => {
  await world.useSpaces({}, { issueType: { id: '999999', name: 'Lost' } });
  const description = randomBytes(30_000).toString('hex');
  await portal.post('/v1/findings', { findings: [finding({ description })] });
  await world.settle();
  const [held] = world.host.kvs.snapshot().entities['link'] ?? [];
  if (!held) throw new Error('nothing is held');
  world.host.kvs.plant(
    Array.from({ length: 200 }, (_, index) => ({ key: `${portal.key}:${String(index)}`, value: held.value })),
    'link',
  );
  const [before, began] = [world.host.kvs.use.readUnits, world.clock.now()];
  await world.host.runSchedule('weekly');
  const units = world.host.kvs.use.readUnits - before;
  expect(units).toBeGreaterThan(500);
  expect(units / ((world.clock.now() - began) / 60_000)).toBeLessThanOrEqual(2_200);
});

test('more than 90 accounts are reported in several calls', async () => {
  await world.admin('connections.setPaused', { connection: portal.key, paused: true });
  const findings = Array.from({ length: 100 }, (_, index) =>
    finding({ assignee: { accountId: `${leaver}${String(index)}` } }),
  );
  await portal.post('/v1/findings', { findings });
  await weekLater();
  expect(world.host.accounts.reports.map(({ length }) => length)).toEqual([90, 11]);
});

test('a closed account is erased from settings, their versions and the connections, and the audit goes on', async () => {
  await world.useSpaces({}, { assignee: { id: leaver, name: 'Lee Leaver' } });
  await world.save('fields', { fixed: { customfield_1: [{ accountId: leaver }], customfield_2: 'stays' } });
  world.host.accounts.closed.add(leaver).add(PEOPLE.admin);
  await weekLater();
  expect(storage()).not.toContain(leaver);
  expect(storage()).not.toContain('Lee Leaver');
  expect(storage()).not.toContain(PEOPLE.admin);
  const { document } = await world.admin('settings.get', {});
  expect(document.spaces.product.assignee).toBeNull();
  expect(document.spaces.product.project).not.toBeNull();
  expect(document.fields.fixed).toEqual({ customfield_2: 'stays' });
  const { entries } = await world.admin('audit.list', { section: 'spaces' });
  expect(entries.map(({ by }) => by)).toEqual(['app', 'deleted']);
  const deeds = await world.admin('audit.list', { section: 'connections' });
  expect(deeds.entries).toMatchObject([{ deed: 'created', by: 'deleted' }]);
});

test('a waiting finding goes on without the assignee whose account was closed', async () => {
  await world.useSpaces();
  await waiting({ accountId: leaver });
  world.host.accounts.closed.add(leaver);
  await weekLater();
  await world.host.runSchedule('weekly');
  expect(reported().has(leaver)).toBe(true);
  expect(world.host.accounts.reports.at(-1)?.map(({ accountId }) => accountId)).toEqual([PEOPLE.admin]);
  await world.admin('connections.setPaused', { connection: portal.key, paused: false });
  await world.host.runSchedule('sweep');
  await world.settle();
  expect(world.fields('WEB-1').assignee).toBeNull();
});

test('a held finding is kept without the assignee whose account was closed', async () => {
  await world.useSpaces({}, { issueType: { id: '999999', name: 'Lost' } });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', assignee: { accountId: leaver } })] });
  await world.settle();
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(json).toMatchObject([{ state: 'held' }]);
  world.host.accounts.closed.add(leaver);
  await weekLater();
  expect(reported().has(leaver)).toBe(true);
  await world.host.runSchedule('weekly');
  expect(world.host.accounts.reports.at(-1)?.map(({ accountId }) => accountId)).toEqual([PEOPLE.admin]);
});

test('the name of a changed account is read anew, once', async () => {
  await world.useSpaces({}, { assignee: { id: PEOPLE.developer, name: 'Former Name' } });
  world.host.accounts.changedAt.set(PEOPLE.developer, world.clock.now() + 1);
  await weekLater();
  expect(storage()).not.toContain('Former Name');
  const { document, versions } = await world.admin('settings.get', {});
  expect(document.spaces.product.assignee).toEqual({
    id: PEOPLE.developer,
    name: expect.any(String) as string,
  });
  expect(versions.spaces).toBe(1);
  const readAt = new Date(world.clock.now()).toISOString();
  await weekLater();
  expect(reported().get(PEOPLE.developer)).toBe(readAt);
});

test('while Atlassian cannot be told, nothing is erased, and the next week makes up for it', async () => {
  world.host.accounts.closed.add(PEOPLE.admin);
  world.host.faults.add(fail(503, { on: 'queue', path: /report-accounts/ }));
  await weekLater();
  expect(storage()).toContain(PEOPLE.admin);
  await weekLater();
  expect(storage()).not.toContain(PEOPLE.admin);
});
