import { randomUUID } from 'node:crypto';
import { signedHeaders } from '../sandbox/signed-call';
import { createWorld, type Portal, type World } from '../support/world';
import { basic, type Client, connectOauth, problem, send, thrown } from './support';

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

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** What storage was asked for meanwhile. */
async function used(work: () => Promise<unknown>): Promise<{ reads: number; writes: number }> {
  const before = { ...world.host.kvs.use };
  await work();
  const { readUnits, writeUnits } = world.host.kvs.use;
  return { reads: readUnits - before.readUnits, writes: writeUnits - before.writeUnits };
}

/** Wrong in a way that differs from call to call. */
function wrongCall(number: number) {
  const timestamp = String(Math.floor(world.clock.now() / 1000));
  const signed = signedHeaders('whsec_AAAA', { id: randomUUID(), timestamp, content: '{}' });
  const headers = [
    signed,
    {},
    { ...signed, 'webhook-id': '' },
    { ...signed, 'webhook-timestamp': '1' },
    { ...signed, 'webhook-signature': 'v1,AAAA' },
  ];
  return portal.raw('POST', '/v1/findings', { ...json, ...headers[number % headers.length] }, '{}');
}

test('a flood of wrong calls leaves the others their storage: two reads each, a write now and then', async () => {
  const flood = await used(async () => {
    for (let call = 0; call < 300; call += 1) {
      expect(await wrongCall(call)).toMatchObject({ status: 401 });
      world.clock.advance(200);
    }
  });
  expect(flood.reads).toBeLessThanOrEqual(2 * 300);
  expect(flood.writes).toBeLessThanOrEqual(4);
  expect((await world.admin('connections.list', {})).connections[0]?.lastError).toMatchObject({
    status: 401,
  });
});

test('a flood of refusals of a known caller is not written down either, whatever they say', async () => {
  const flood = await used(async () => {
    for (let call = 0; call < 60; call += 1)
      await portal.post(['/v1/nothing', '/v1/ping', '/v1/findings'][call % 3] ?? '', {}, { id: 'same' });
  });
  // Of each signed id is noted which call it belongs to.
  expect(flood.writes).toBeLessThanOrEqual(60 + 2);
});

test('a call for a connection that is not there costs one read, and one without an address none', async () => {
  const base = portal.baseUrl.replace(portal.key, '');
  const call = (key: string) => send(world, 'POST', `${base}${key}/v1/findings`, json, '{}');
  expect(await used(() => call('0123456789abcdef'))).toEqual({ reads: 1, writes: 0 });
  expect(await used(() => call('constructor'))).toEqual({ reads: 1, writes: 0 });
  expect(await used(() => call('__proto__'))).toEqual({ reads: 0, writes: 0 });
});

test('what size and headers rule out costs nothing at all', async () => {
  const long = 'x'.repeat(200_000);
  const calls: [number, () => Promise<{ status: number }>][] = [
    [413, () => send(world, 'POST', `${portal.baseUrl}/oauth/token`, form, `a=1&${'b=1&'.repeat(50_000)}`)],
    [413, () => send(world, 'GET', `${portal.baseUrl}/v1/${long}`)],
    [413, () => portal.raw('POST', '/v1/findings', { ...json, authorization: `Basic ${long}` }, '{}')],
    [413, () => portal.raw('POST', '/v1/findings', { ...json, 'webhook-signature': long }, '{}')],
    [413, () => portal.raw('POST', '/v1/findings', json, 'x'.repeat(4_000_001))],
    [415, () => portal.raw('POST', '/v1/findings', { 'content-type': 'text/plain' }, '{}')],
  ];
  for (const [status, call] of calls) {
    expect(await used(async () => expect(await call()).toMatchObject(problem(status)))).toEqual({
      reads: 0,
      writes: 0,
    });
  }
});

describe('a token request', () => {
  let client: Client;
  beforeEach(async () => {
    client = await connectOauth(world);
  });
  const ask = (body: string, headers: Record<string, string> = form) =>
    send(world, 'POST', `${client.baseUrl}/oauth/token`, headers, body);

  test('with a field given twice is refused, however many there are', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `f${String(index)}=1`).join('&');
    expect(await ask(`${many}&f999=2`)).toMatchObject({
      status: 400,
      json: { error: 'invalid_request', error_description: 'Give f999 once.' },
    });
  });

  test('that is wrong costs two reads, and its notes a write now and then', async () => {
    const flood = await used(async () => {
      for (let call = 0; call < 50; call += 1)
        await ask('grant_type=client_credentials', {
          ...form,
          ...basic(client.user, `wrong${String(call)}`),
        });
    });
    expect(flood.reads).toBeLessThanOrEqual(2 * 50);
    expect(flood.writes).toBeLessThanOrEqual(1);
  });
});
