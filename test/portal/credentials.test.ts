import { randomUUID } from 'node:crypto';
import { signedHeaders } from '../sandbox/signed-call';
import { type Answer, createWorld, finding, type Portal, type World } from '../support/world';
import { basic, connectBasic, connectOauth, problem, send, thrown } from './support';

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

const unauthorized = () =>
  problem(401, { detail: 'The credentials are missing or wrong, or the connection is switched off.' });
const body = () => JSON.stringify({ findings: [finding()] });

function post(content: string, over: { secret?: string; secondsOff?: number; sent?: string } = {}) {
  const { secret = portal.secret, secondsOff = 0, sent = content } = over;
  const timestamp = String(Math.floor(world.clock.now() / 1000) + secondsOff);
  const headers = signedHeaders(secret, { id: randomUUID(), timestamp, content });
  return portal.raw('POST', '/v1/findings', { 'content-type': 'application/json', ...headers }, sent);
}

test('a signed call is let in', async () => {
  expect(await post(body())).toMatchObject({ status: 202 });
});

test('a call with another secret, another body or no signature is refused', async () => {
  const other = await world.connect('Other');
  const content = body();
  expect(await post(content, { secret: other.secret })).toMatchObject(unauthorized());
  expect(await post(content, { sent: `${content} ` })).toMatchObject(unauthorized());
  expect(await portal.raw('POST', '/v1/findings', {}, content)).toMatchObject(unauthorized());
});

test('one right signature among several is enough', async () => {
  const content = body();
  const timestamp = String(Math.floor(world.clock.now() / 1000));
  const right = signedHeaders(portal.secret, { id: 'msg-1', timestamp, content });
  const headers = { ...right, 'webhook-signature': `v1,AAAA ${right['webhook-signature'] ?? ''}` };
  expect(await portal.raw('POST', '/v1/findings', headers, content)).toMatchObject({ status: 202 });
});

test.each([-301, 301])('a timestamp %i seconds off is refused', async (secondsOff) => {
  expect(await post(body(), { secondsOff })).toMatchObject(unauthorized());
});

test.each([-299, 299])('a timestamp %i seconds off is taken', async (secondsOff) => {
  expect(await post(body(), { secondsOff })).toMatchObject({ status: 202 });
});

test('header names are taken in any case', async () => {
  const content = body();
  const timestamp = String(Math.floor(world.clock.now() / 1000));
  const headers = Object.entries(signedHeaders(portal.secret, { id: 'm', timestamp, content }));
  const shouted = Object.fromEntries(headers.map(([name, value]) => [name.toUpperCase(), value]));
  expect(await portal.raw('POST', '/v1/findings', shouted, content)).toMatchObject({ status: 202 });
});

test('a GET signs its path, with or without a trailing slash', async () => {
  const timestamp = String(Math.floor(world.clock.now() / 1000));
  for (const [path, content] of [
    ['/v1/ping', 'GET /v1/ping'],
    ['/v1/ping/', 'GET /v1/ping'],
    ['/v1/ping/', 'GET /v1/ping/'],
    ['/v1/ping?verbose=1,2', 'GET /v1/ping'],
  ] as const) {
    const headers = signedHeaders(portal.secret, { id: randomUUID(), timestamp, content });
    expect(await portal.raw('GET', path, headers)).toMatchObject({ status: 200 });
  }
  const elsewhere = signedHeaders(portal.secret, { id: 'x', timestamp, content: 'GET /v1/receipts/1' });
  expect(await portal.raw('GET', '/v1/ping', elsewhere)).toMatchObject(unauthorized());
});

test('a ping names the connection and the version of the app', async () => {
  expect(await portal.get('/v1/ping')).toMatchObject({
    status: 200,
    json: { ok: true, connection: portal.key, name: 'Portal', version: world.host.identity.appVersion },
  });
});

test('an unknown, a switched-off and a connection without credentials are refused alike', async () => {
  const content = body();
  const good = () => {
    const timestamp = String(Math.floor(world.clock.now() / 1000));
    return signedHeaders(portal.secret, { id: randomUUID(), timestamp, content });
  };
  const base = portal.baseUrl.replace(portal.key, '');
  const unknown = await send(world, 'POST', `${base}0123456789abcdef/v1/findings`, good(), content);
  const malformed = await send(world, 'POST', `${base}no..such!/v1/findings`, good(), content);
  const wrong = await post(content, { secret: 'whsec_AAAA' });
  await world.admin('connections.setEnabled', { connection: portal.key, enabled: false });
  const off = await post(content);
  await world.admin('connections.setEnabled', { connection: portal.key, enabled: true });
  dropCredentials(portal.key);
  const without = await post(content);
  expect(unknown).toMatchObject(unauthorized());
  for (const answer of [malformed, wrong, off, without]) expect(ours(answer)).toEqual(ours(unknown));
});

test('a connection without credentials lets nobody in, also not with the secret of nobody', async () => {
  dropCredentials(portal.key);
  expect(await portal.raw('POST', '/v1/findings', {}, body())).toMatchObject(unauthorized());
  const nobody = `whsec_${Buffer.from('not a secret of anybody').toString('base64')}`;
  expect(await post(body(), { secret: nobody })).toMatchObject(unauthorized());
  expect(await portal.raw('POST', '/v1/findings', basic('', ''), body())).toMatchObject(unauthorized());
});

test('user name and password are taken where they were chosen, and nowhere else', async () => {
  const client = await connectBasic(world);
  const ping = (headers: Record<string, string>) => send(world, 'GET', `${client.baseUrl}/v1/ping`, headers);
  expect(await ping(basic(client.user, client.password))).toMatchObject({ status: 200 });
  const lower = basic(client.user, client.password).authorization.replace('Basic', 'bAsIc');
  expect(await ping({ authorization: lower })).toMatchObject({ status: 200 });
  expect(await ping(basic(client.user, `${client.password}x`))).toMatchObject(unauthorized());
  expect(await ping(basic('somebody', client.password))).toMatchObject(unauthorized());
  expect(await ping({ authorization: 'Basic !!!' })).toMatchObject(unauthorized());
  expect(await ping({ authorization: `Bearer ${client.password}` })).toMatchObject(unauthorized());
  expect(await ping({})).toMatchObject(unauthorized());
  expect(await portal.raw('GET', '/v1/ping', basic(portal.key, portal.secret))).toMatchObject(unauthorized());
});

test('after a rotation the old secret is taken for a day and then no more', async () => {
  const rotated = await world.admin('connections.rotate', { connection: portal.key });
  if (!('secret' in rotated)) throw new Error('no secret');
  expect(rotated.secret).not.toBe(portal.secret);
  expect(rotated.previousUntil).toBe(world.clock.now() + 24 * 3_600_000);
  expect(await post(body())).toMatchObject({ status: 202 });
  expect(await post(body(), { secret: rotated.secret })).toMatchObject({ status: 202 });
  world.clock.advance(24 * 3_600_000);
  expect(await post(body())).toMatchObject(unauthorized());
  expect(await post(body(), { secret: rotated.secret })).toMatchObject({ status: 202 });
});

test('rotating twice shuts the first secret out at once', async () => {
  await world.admin('connections.rotate', { connection: portal.key });
  await world.admin('connections.rotate', { connection: portal.key });
  expect(await post(body())).toMatchObject(unauthorized());
});

test('a revoked secret opens nothing from that moment on, nor does the one before it', async () => {
  await world.admin('connections.rotate', { connection: portal.key });
  const revoked = await world.admin('connections.revoke', { connection: portal.key });
  if (!('secret' in revoked)) throw new Error('no secret');
  expect(revoked).toMatchObject({ connection: portal.key, baseUrl: portal.baseUrl });
  expect(await post(body())).toMatchObject(problem(401));
  expect(await post(body(), { secret: revoked.secret })).toMatchObject({ status: 202 });
});

test('what a rotation left can be ended before its day is over, and the new secret stays', async () => {
  const rotated = await world.admin('connections.rotate', { connection: portal.key });
  if (!('secret' in rotated)) throw new Error('no secret');
  expect((await world.admin('connections.list', {})).connections).toMatchObject([
    { previousUntil: rotated.previousUntil },
  ]);
  await world.admin('connections.endPrevious', { connection: portal.key });
  expect(await post(body())).toMatchObject(problem(401));
  expect(await post(body(), { secret: rotated.secret })).toMatchObject({ status: 202 });
  const [listed] = (await world.admin('connections.list', {})).connections;
  expect(listed).not.toHaveProperty('previousUntil');
});

test('revoking ends the access tokens that were made with the old secret', async () => {
  const client = await connectOauth(world);
  const form = (password: string) =>
    `grant_type=client_credentials&client_id=${client.user}&client_secret=${password}`;
  const media = { 'content-type': 'application/x-www-form-urlencoded' };
  const got = await send(world, 'POST', `${client.baseUrl}/oauth/token`, media, form(client.password));
  const { access_token: token } = got.json as { access_token: string };
  const ping = () => send(world, 'GET', `${client.baseUrl}/v1/ping`, { authorization: `Bearer ${token}` });
  expect(await ping()).toMatchObject({ status: 200 });
  await world.admin('connections.revoke', { connection: client.key });
  expect(await ping()).toMatchObject(problem(401));
});

test('a password rotates with the same overlap', async () => {
  const client = await connectBasic(world);
  const rotated = await world.admin('connections.rotate', { connection: client.key });
  if (!('password' in rotated)) throw new Error('no password');
  expect(rotated.username).toBe(client.user);
  const ping = (password: string) =>
    send(world, 'GET', `${client.baseUrl}/v1/ping`, basic(client.user, password));
  expect(await ping(client.password)).toMatchObject({ status: 200 });
  expect(await ping(rotated.password)).toMatchObject({ status: 200 });
  world.clock.advance(24 * 3_600_000);
  expect(await ping(client.password)).toMatchObject(unauthorized());
  expect(await ping(rotated.password)).toMatchObject({ status: 200 });
});

test('the admin sees the last call and why the last refused call was refused', async () => {
  await portal.get('/v1/ping');
  const calledAt = world.clock.now();
  world.clock.advance(60_000);
  await post(body(), { secret: 'whsec_AAAA' });
  const { connections } = await world.admin('connections.list', {});
  expect(connections).toMatchObject([
    {
      key: portal.key,
      lastCallAt: calledAt,
      lastError: { at: calledAt + 60_000, status: 401, message: 'The signature is wrong.' },
    },
  ]);
});

/** An answer without what the platform adds. */
function ours({ status, headers, json }: Answer): object {
  const own = Object.entries(headers).filter(([name]) => !name.startsWith('X-Ratelimit'));
  return { status, json, headers: Object.fromEntries(own) };
}

/** As if the secret storage had lost them. */
function dropCredentials(key: string): void {
  const { status } = world.host.kvs.handle(
    '/api/v1/secret/delete',
    JSON.stringify({ key: `connection:${key}` }),
  );
  expect(status).toBe(200);
}
