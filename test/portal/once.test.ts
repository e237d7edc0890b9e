import { failStorage } from '../sandbox/faults';
import { signedHeaders } from '../sandbox/signed-call';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { problem, receiptOf, thrown } from './support';

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

const id = 'msg-1';

test('the same call again gets the first answer again and does nothing', async () => {
  const body = { findings: [finding({ id: 'F-1' }), { id: 'F-2' }] };
  const first = await portal.post('/v1/findings', body, { id });
  world.clock.advance(60_000);
  const again = await portal.post('/v1/findings', body, { id });
  expect(first.status).toBe(202);
  expect(again).toMatchObject({ status: 202, json: first.json });
  await world.settle();
  const { activities } = await world.admin('activity.list', {});
  expect(activities).toHaveLength(1);
});

test('a refusal of the content is repeated too', async () => {
  const body = { findings: [{ id: 'F-1' }] };
  const first = await portal.post('/v1/findings', body, { id });
  expect(first).toMatchObject(problem(422));
  expect((await portal.post('/v1/findings', body, { id })).json).toEqual(first.json);
});

test('an answer of a megabyte is kept as well', async () => {
  const findings = [
    finding(),
    ...Array.from({ length: 8000 }, (_, index) => ({ id: `broken-${String(index)}` })),
  ];
  const first = await portal.post('/v1/findings', { findings }, { id });
  expect(JSON.stringify(first.json).length).toBeGreaterThan(1_000_000);
  expect(first).toMatchObject({ status: 202, json: { accepted: 1 } });
  expect(await portal.post('/v1/findings', { findings }, { id })).toMatchObject({
    status: 202,
    json: first.json,
  });
});

test('a used id with another body or another path is refused', async () => {
  await portal.post('/v1/findings', { findings: [finding()] }, { id });
  const errors = [{ path: 'webhook-id', message: 'must be new for another body or path' }];
  expect(await portal.post('/v1/findings', { findings: [finding()] }, { id })).toMatchObject(
    problem(422, { errors }),
  );
  expect(await portal.post('/v1/findings/lookup', { ids: ['F-1'] }, { id })).toMatchObject(
    problem(422, { errors }),
  );
});

test('an id that was used for a lookup opens no other call', async () => {
  const body = { ids: ['F-1'] };
  expect(await portal.post('/v1/findings/lookup', body, { id })).toMatchObject({ status: 200 });
  expect(await portal.post('/v1/findings/delete', body, { id })).toMatchObject(problem(422));
});

test.each(['/v1/nothing', '/v1/ping'])('an id that was refused at %s opens no other call', async (path) => {
  const body = { ids: ['F-1'] };
  expect((await portal.post(path, body, { id })).status).toBeGreaterThanOrEqual(404);
  expect(await portal.post('/v1/findings/delete', body, { id })).toMatchObject(problem(422));
});

test('an id whose call failed opens the same call again, and no other', async () => {
  const body = { ids: ['F-1'] };
  world.host.faults.add(failStorage(500, 'INTERNAL', { path: /entity|batch\/get/, body: /link/ }));
  expect(await portal.post('/v1/findings/lookup', body, { id })).toMatchObject(problem(503));
  expect(await portal.post('/v1/findings/delete', body, { id })).toMatchObject(problem(422));
  expect(await portal.post('/v1/findings/lookup', body, { id })).toMatchObject({ status: 200 });
});

test('a signed GET may be repeated, but its id opens neither another GET nor a POST', async () => {
  const get = (path: string) =>
    portal.raw('GET', path, signedHeaders(portal.secret, { id, timestamp: now(), content: `GET ${path}` }));
  const now = () => String(Math.floor(world.clock.now() / 1000));
  expect(await get('/v1/ping')).toMatchObject({ status: 200 });
  expect(await get('/v1/ping')).toMatchObject({ status: 200 });
  expect(await get('/v1/receipts/0a1b')).toMatchObject(problem(422));
  expect(await portal.post('/v1/findings/lookup', { ids: ['F-1'] }, { id })).toMatchObject(problem(422));
});

test('a used id does not hide that the body is no JSON', async () => {
  await portal.post('/v1/findings', { findings: [finding()] }, { id });
  expect(await portal.post('/v1/findings', '{', { id })).toMatchObject(problem(400));
});

test('the same id of two connections are two ids', async () => {
  const other = await world.connect('Other');
  const body = { findings: [finding()] };
  const first = await portal.post('/v1/findings', body, { id });
  const second = await other.post('/v1/findings', body, { id });
  expect(second.status).toBe(202);
  expect(receiptOf(second)).not.toBe(receiptOf(first));
});

test('a call that failed may be sent again with the same id at once', async () => {
  world.host.faults.add(failStorage(500, 'INTERNAL', { path: /transaction/ }));
  const body = { findings: [finding()] };
  expect(await portal.post('/v1/findings', body, { id })).toMatchObject(problem(503));
  expect(await portal.post('/v1/findings', body, { id })).toMatchObject({ status: 202 });
});

test('a call whose answer cannot be kept is accepted all the same', async () => {
  world.host.faults.add(failStorage(500, 'INTERNAL', { path: /\/set$/, body: /"answer"/ }));
  expect(await portal.post('/v1/findings', { findings: [finding()] }, { id })).toMatchObject({ status: 202 });
});

test('a first call that is still under way asks the second to wait; one that died does not', async () => {
  const body = { findings: [finding()] };
  // Neither the work nor giving the id back succeeds: as if the invocation had died.
  const disarm = world.host.faults.add(
    failStorage(500, 'INTERNAL', { path: /transaction/, times: Infinity }),
    failStorage(500, 'INTERNAL', { path: /\/set$/, body: /"free"/, times: Infinity }),
  );
  expect(await portal.post('/v1/findings', body, { id })).toMatchObject(problem(503));
  disarm();
  const soon = await portal.post('/v1/findings', body, { id });
  expect(soon).toMatchObject(problem(503));
  expect(soon.headers['Retry-After']).toEqual(['5']);
  world.clock.advance(60_000);
  expect(await portal.post('/v1/findings', body, { id })).toMatchObject({ status: 202 });
});
