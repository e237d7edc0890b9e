import { fail } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { problem, thrown } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

/** As if so many chunks of a connection had been waiting for a long time. */
function leaveWaiting(connection: string, chunks: number): void {
  for (let index = 0; index < chunks; index += 1) {
    const id = `old-${connection}-${String(index)}`;
    const mark = { id, connection, receipt: 'old', acceptedAt: 0, notBefore: 0, attempts: 0 };
    const body = JSON.stringify({ key: `pending:${connection}:${id}`, value: mark });
    expect(world.host.kvs.handle('/api/v1/set', body).status).toBe(200);
    if (index % 500 === 499) world.clock.advance(60_000);
  }
}

test('a full inbox refuses with 429 and says when to come again; nothing is accepted', async () => {
  leaveWaiting(portal.key, 1000);
  const id = 'msg-1';
  const body = { findings: [finding()] };
  const answer = await portal.post('/v1/findings', body, { id });
  expect(answer).toMatchObject(problem(429));
  expect(answer.headers['Retry-After']).toEqual(['300']);
  expect(await portal.post('/v1/findings/delete', { ids: ['F-1'] })).toMatchObject(problem(429));
  const { products } = await world.admin('products.list', {});
  expect(products).toEqual([]);
  // The refused id was not used up.
  await world.admin('connections.setPaused', { connection: portal.key, paused: true });
  world.clock.advance(60_000);
  world.host.kvs.handle(
    '/api/v1/delete',
    JSON.stringify({ key: `pending:${portal.key}:old-${portal.key}-0` }),
  );
  expect(await portal.post('/v1/findings', body, { id })).toMatchObject({ status: 202 });
});

test('what is not valid is still said to be so, and reading goes on', async () => {
  leaveWaiting(portal.key, 1000);
  expect(await portal.post('/v1/findings', { findings: [{}] })).toMatchObject(problem(422));
  expect(await portal.get('/v1/ping')).toMatchObject({ status: 200 });
});

test('a backlog of one connection does not shut out another', async () => {
  const other = await world.connect('Other');
  leaveWaiting(other.key, 1000);
  expect(await portal.post('/v1/findings', { findings: [finding()] })).toMatchObject({ status: 202 });
  expect(await other.post('/v1/findings', { findings: [finding()] })).toMatchObject(problem(429));
});

test('a long queue is counted once a minute, not at every request', async () => {
  leaveWaiting(portal.key, 900);
  const reads = () => world.host.kvs.use.reads;
  await portal.post('/v1/findings', { findings: [finding()] });
  const before = reads();
  await portal.post('/v1/findings', { findings: [finding()] });
  // Counted anew it would be ten pages.
  expect(reads() - before).toBeLessThan(20);
});

test('the sweep serves connections in turn, however much one has waiting', async () => {
  const other = await world.connect('Other');
  await world.useSpaces({ security: null });
  leaveWaiting(other.key, 1000);
  world.host.faults.add(fail(500, { on: 'queue' }));
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 11 * 60_000 });
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(json).toMatchObject([{ state: 'synced' }]);
});

test('behind a queue too long to look through, nothing that was accepted is said to be unknown', async () => {
  await world.admin('connections.setPaused', { connection: portal.key, paused: true });
  leaveWaiting(portal.key, 500);
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(json).toMatchObject([{ state: 'pending' }]);
});

/** Storage as the sandbox keeps it, by key. */
function stored(path: string, body: object): { value?: Record<string, unknown> } {
  return JSON.parse(world.host.kvs.handle(path, JSON.stringify(body)).body || '{}') as {
    value?: Record<string, unknown>;
  };
}

test('what an older version left waiting under another key is worked off', async () => {
  await world.useSpaces({ security: null });
  world.host.faults.add(fail(500, { on: 'queue' }));
  const { json } = await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  const id = `${(json as { receipt: string }).receipt}-0`;
  const key = `pending:${portal.key}:${id}`;
  const { bell: _bell, ...old } = stored('/api/v1/get', { key }).value ?? {};
  expect(old).toMatchObject({ id, attempts: 0 });
  stored('/api/v1/delete', { key });
  stored('/api/v1/set', { key: `pending:${id}`, value: old });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 11 * 60_000 });
  expect((await portal.post('/v1/findings/lookup', { ids: ['F-1'] })).json).toMatchObject([
    { state: 'synced' },
  ]);
  expect((await world.admin('activity.list', {})).pendingChunks).toBe(0);
});
