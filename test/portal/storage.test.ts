import { fail, failStorage } from '../sandbox/faults';
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
  expect(thrown(world).filter((text) => !text.includes('OUT_OF_MEMORY'))).toEqual([]);
  world.close();
});

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => finding({ id: `F-${String(index)}` }));
const pendingChunks = async () => (await world.admin('activity.list', {})).pendingChunks;

test('while storage fails a call is answered with 503 and asks for another try', async () => {
  world.host.faults.add(failStorage(500, 'INTERNAL', { times: Infinity }));
  const answer = await portal.post('/v1/findings', { findings: many(1) });
  expect(answer).toMatchObject(problem(503));
  expect(answer.headers['Retry-After']).toEqual(['30']);
  expect(await portal.get('/v1/ping')).toMatchObject(problem(503));
});

test('when storage fails halfway nothing of the request is accepted', async () => {
  const disarm = world.host.faults.add(
    failStorage(500, 'INTERNAL', { path: /\/transaction$/, body: /-7"/, times: Infinity }),
  );
  expect(await portal.post('/v1/findings', { findings: many(1500) })).toMatchObject(problem(503));
  disarm();
  expect(await pendingChunks()).toBe(0);
  await world.host.runUntilIdle({ maxVirtualMs: 20 * 60_000, schedules: true });
  expect(world.site.world.state.issues.size).toBe(0);
});

test.each([/batch\/set/, /batch\/get/, /\/set$/, /\/transaction$/])(
  'a failure of %s leaves nothing behind, and the next try succeeds',
  async (path) => {
    const disarm = world.host.faults.add(failStorage(500, 'INTERNAL', { path, times: Infinity }));
    const body = { findings: many(3) };
    expect(await portal.post('/v1/findings', body)).toMatchObject(problem(503));
    disarm();
    expect(await pendingChunks()).toBe(0);
    expect(await portal.post('/v1/findings', body)).toMatchObject({ status: 202 });
    await world.settle();
    const looked = await portal.post('/v1/findings/lookup', { ids: ['F-0', 'F-2'] });
    expect(looked.json).toMatchObject([{ state: 'synced' }, { state: 'synced' }]);
  },
);

test('a bell that the queue refuses is no loss: the sweep rings it again', async () => {
  const disarm = world.host.faults.add(fail(429, { on: 'queue', times: Infinity }));
  expect(await portal.post('/v1/findings', { findings: many(2) })).toMatchObject({ status: 202 });
  disarm();
  await world.settle();
  expect(await pendingChunks()).toBe(1);
  await world.host.runUntilIdle({ maxVirtualMs: 11 * 60_000, schedules: true });
  expect(await pendingChunks()).toBe(0);
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-0', 'F-1'] });
  expect(looked.json).toMatchObject([{ state: 'synced' }, { state: 'synced' }]);
});

test('a worker that dies is followed by another one, and no issue comes twice', async () => {
  world.host.faults.add({
    type: 'call',
    when: { method: 'POST', path: /issue\/bulk$/ },
    effect: { type: 'crash', carriedOut: true },
  });
  await portal.post('/v1/findings', { findings: many(3) });
  await world.host.runUntilIdle({ maxVirtualMs: 60 * 60_000, schedules: true });
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-0', 'F-1', 'F-2'] });
  expect(looked.json).toMatchObject([{ state: 'synced' }, { state: 'synced' }, { state: 'synced' }]);
  expect(world.site.world.state.issues.size).toBe(6);
});

test('queries that lag behind do not make a receipt wrong', async () => {
  world.host.kvs.queryLagMs = 30_000;
  const posted = await portal.post('/v1/findings', { findings: many(1) });
  const { receipt } = posted.json as { receipt: string };
  expect((await portal.get(`/v1/receipts/${receipt}`)).json).toMatchObject({ done: false });
  await world.settle();
  expect((await portal.get(`/v1/receipts/${receipt}`)).json).toMatchObject({ done: true });
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-0'] });
  expect(looked.json).toMatchObject([{ state: 'synced' }]);
});
