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
    const body = JSON.stringify({ key: `pending:${id}`, value: mark });
    expect(world.host.kvs.handle('/api/v1/set', body).status).toBe(200);
    if (index % 500 === 499) world.clock.advance(60_000);
  }
}

test('a full inbox refuses with 429 and says when to come again; nothing is accepted', async () => {
  leaveWaiting(portal.key, 2000);
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
  world.host.kvs.handle('/api/v1/delete', JSON.stringify({ key: `pending:old-${portal.key}-0` }));
  expect(await portal.post('/v1/findings', body, { id })).toMatchObject({ status: 202 });
});

test('what is not valid is still said to be so, and reading goes on', async () => {
  leaveWaiting(portal.key, 2000);
  expect(await portal.post('/v1/findings', { findings: [{}] })).toMatchObject(problem(422));
  expect(await portal.get('/v1/ping')).toMatchObject({ status: 200 });
});

test('a backlog of one connection does not shut out another', async () => {
  const other = await world.connect('Other');
  leaveWaiting(other.key, 2000);
  expect(await portal.post('/v1/findings', { findings: [finding()] })).toMatchObject({ status: 202 });
  expect(await other.post('/v1/findings', { findings: [finding()] })).toMatchObject(problem(429));
});
