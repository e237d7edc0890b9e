import { createWorld, finding, type Portal, type World } from '../support/world';
import { problem, thrown } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const minutes = 60_000;
const issues = () => world.site.world.state.issues.size;
const pendingChunks = async () => (await world.admin('activity.list', {})).pendingChunks;
const pause = (connection: string, paused: boolean) =>
  world.admin('connections.setPaused', { connection, paused });

test('a paused connection accepts findings and holds them, however often the sweep comes by', async () => {
  await pause(portal.key, true);
  expect(await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] })).toMatchObject({
    status: 202,
  });
  await world.host.runUntilIdle({ maxVirtualMs: 30 * minutes, schedules: true });
  expect(issues()).toBe(0);
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(looked.json).toMatchObject([{ id: 'F-1', state: 'pending' }]);
});

test('what was held is worked off as soon as the connection goes on, without waiting for the sweep', async () => {
  await pause(portal.key, true);
  const findings = Array.from({ length: 250 }, () => finding());
  await portal.post('/v1/findings', { findings });
  await world.settle();
  expect(await pendingChunks()).toBe(3);
  await pause(portal.key, false);
  await world.host.drainQueue();
  expect(await pendingChunks()).toBe(0);
  expect(issues()).toBe(500);
});

test('a pause ends for findings that waited longer than receipts last', async () => {
  await pause(portal.key, true);
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  world.clock.advance(12 * 24 * 3_600_000);
  world.host.kvs.removeExpired();
  const lookup = async () => (await portal.post('/v1/findings/lookup', { ids: ['F-1'] })).json;
  expect(await lookup()).toMatchObject([{ state: 'pending' }]);
  await pause(portal.key, false);
  await world.settle();
  expect(await lookup()).toMatchObject([{ state: 'synced' }]);
});

test('many chunks of a paused connection do not keep the sweep from those of another', async () => {
  const paused = await world.connect('Paused');
  await pause(paused.key, true);
  const large = () => finding({ description: 'x'.repeat(99_000), remediation: 'y'.repeat(50_000) });
  for (let round = 0; round < 8; round += 1)
    await paused.post('/v1/findings', { findings: Array.from({ length: 26 }, large) });
  expect(await pendingChunks()).toBeGreaterThan(200);
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.host.runUntilIdle({ maxVirtualMs: 15 * minutes, schedules: true });
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(looked.json).toMatchObject([{ state: 'synced' }]);
});

test('a connection that is switched off refuses calls, and what it had accepted is worked off', async () => {
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.admin('connections.setEnabled', { connection: portal.key, enabled: false });
  expect(await portal.post('/v1/findings', { findings: [finding()] })).toMatchObject(problem(401));
  await world.settle();
  expect(issues()).toBe(2);
});

test('calls about a connection that is not there answer not_found', async () => {
  const connection = '0123456789abcdef';
  for (const [name, input] of [
    ['connections.rotate', { connection }],
    ['connections.revoke', { connection }],
    ['connections.count', { connection }],
    ['connections.archive', { connection }],
    ['connections.restore', { connection }],
    ['connections.forget', { connection }],
    ['connections.setEnabled', { connection, enabled: true }],
    ['connections.setPaused', { connection, paused: true }],
  ] as const)
    await expect(world.admin(name, input)).rejects.toThrow('not_found');
});
