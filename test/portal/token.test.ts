import { createWorld, finding, type World } from '../support/world';
import { basic, type Client, connectBasic, connectOauth, problem, send, thrown } from './support';

let world: World;
let client: Client;
beforeEach(async () => {
  world = createWorld();
  client = await connectOauth(world);
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const hour = 3_600_000;

function ask(
  fields: Record<string, string> | string,
  headers: Record<string, string> = form,
  base = client.baseUrl,
) {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return send(world, 'POST', `${base}/oauth/token`, headers, body);
}

const grant = (secret = client.password) => ({
  grant_type: 'client_credentials',
  client_id: client.user,
  client_secret: secret,
});

async function tokenFor(secret = client.password): Promise<string> {
  const answer = await ask(grant(secret));
  expect(answer).toMatchObject({ status: 200, json: { token_type: 'Bearer', expires_in: 3600 } });
  return (answer.json as { access_token: string }).access_token;
}

const ping = (token: string, base = client.baseUrl) =>
  send(world, 'GET', `${base}/v1/ping`, { authorization: `Bearer ${token}` });

const invalidClient = { status: 401, json: { error: 'invalid_client' } };

test('client id and secret in the form give a token that lets calls in', async () => {
  const token = await tokenFor();
  expect(await ping(token)).toMatchObject({ status: 200, json: { connection: client.key } });
  const posted = await send(
    world,
    'POST',
    `${client.baseUrl}/v1/findings`,
    { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    JSON.stringify({ findings: [finding()] }),
  );
  expect(posted).toMatchObject({ status: 202 });
});

test('client id and secret in a Basic header do too', async () => {
  const headers = { ...form, ...basic(client.user, client.password) };
  const bare: Record<string, string> = { grant_type: 'client_credentials' };
  for (const fields of [bare, { ...bare, client_id: client.user }])
    expect(await ask(fields, headers)).toMatchObject({ status: 200 });
});

test('a token is not to be stored on the way', async () => {
  const { headers } = await ask(grant());
  expect(headers).toMatchObject({ 'Cache-Control': ['no-store'], 'Content-Type': ['application/json'] });
});

test('a token holds for an hour', async () => {
  const token = await tokenFor();
  world.clock.advance(hour - 1);
  expect(await ping(token)).toMatchObject({ status: 200 });
  world.clock.advance(1);
  expect(await ping(token)).toMatchObject(problem(401));
});

test('a token of one connection opens no other, and a changed token opens none', async () => {
  const other = await connectOauth(world);
  const token = await tokenFor();
  expect(await ping(token, other.baseUrl)).toMatchObject(problem(401));
  const [head = '', note = '', mac = ''] = token.split('.');
  const longer = Buffer.from(note, 'base64url')
    .toString()
    .replace(/"expiresAt":\d/, '"expiresAt":9');
  for (const forged of [
    `${head}.${Buffer.from(longer).toString('base64url')}.${mac}`,
    `${head}.${note}.`,
    `${head}.${note}`,
    `${head}.${Buffer.from('{').toString('base64url')}.${mac}`,
    mac,
    '',
    client.password,
  ])
    expect(await ping(forged)).toMatchObject(problem(401));
});

test('switching the connection off shuts its tokens out and gives no new ones', async () => {
  const token = await tokenFor();
  await world.admin('connections.setEnabled', { connection: client.key, enabled: false });
  expect(await ping(token)).toMatchObject(problem(401));
  expect(await ask(grant())).toMatchObject(invalidClient);
  await world.admin('connections.setEnabled', { connection: client.key, enabled: true });
  expect(await ping(token)).toMatchObject({ status: 200 });
});

test('after a rotation the old secret and its tokens hold as long as they overlap, and no longer', async () => {
  const rotated = await world.admin('connections.rotate', { connection: client.key });
  if (!('secret' in rotated)) throw new Error('no secret');
  world.clock.advance(24 * hour - 60_000);
  const oldToken = await tokenFor();
  const newToken = await tokenFor(rotated.secret);
  expect(await ping(oldToken)).toMatchObject({ status: 200 });
  world.clock.advance(60_000);
  expect(await ping(oldToken)).toMatchObject(problem(401));
  expect(await ping(newToken)).toMatchObject({ status: 200 });
  expect(await ask(grant())).toMatchObject(invalidClient);
});

test('rotating twice shuts tokens of the first secret out at once', async () => {
  const token = await tokenFor();
  await world.admin('connections.rotate', { connection: client.key });
  await world.admin('connections.rotate', { connection: client.key });
  expect(await ping(token)).toMatchObject(problem(401));
});

test('wrong, unknown, switched-off and other connections are refused alike', async () => {
  const pipeline = await connectBasic(world);
  const nowhere = client.baseUrl.replace(client.key, '0123456789abcdef');
  const refused = await ask(grant('wrong'));
  expect(refused).toMatchObject(invalidClient);
  expect(refused.headers['WWW-Authenticate']).toEqual(['Basic realm="Security Findings"']);
  for (const again of [
    await ask({ ...grant(), client_id: 'somebody' }),
    await ask(grant(), form, nowhere),
    await ask({ ...grant(pipeline.password), client_id: pipeline.key }, form, pipeline.baseUrl),
    await ask({ grant_type: 'client_credentials' }),
    await ask({ grant_type: 'client_credentials' }, { ...form, authorization: 'Bearer x' }),
  ])
    expect(again.json).toEqual(refused.json);
});

test.each([
  ['', 'invalid_request'],
  ['grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
  ['grant_type=password&username=a&password=b', 'unsupported_grant_type'],
  ['{"grant_type":"client_credentials"}', 'invalid_request'],
])('the token request %j is answered with %s', async (body, error) => {
  const answer = await ask(body);
  expect(answer).toMatchObject({ status: 400, json: { error } });
  expect(answer.headers['Content-Type']).toEqual(['application/json']);
});

test('credentials in the form and the header at once are refused', async () => {
  const headers = { ...form, ...basic(client.user, client.password) };
  expect(await ask(grant(), headers)).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
  expect(await ask({ grant_type: 'client_credentials', client_id: 'other' }, headers)).toMatchObject({
    status: 400,
    json: { error: 'invalid_request' },
  });
});

test('only a form in UTF-8 is taken, and only by POST', async () => {
  expect(await ask(JSON.stringify(grant()), { 'content-type': 'application/json' })).toMatchObject(
    problem(415),
  );
  expect(await ask(grant(), { 'content-type': `${form['content-type']}; charset=latin1` })).toMatchObject(
    problem(415),
  );
  expect(await ask(grant(), { ...form, 'content-encoding': 'gzip' })).toMatchObject(problem(415));
  const got = await send(world, 'GET', `${client.baseUrl}/oauth/token`);
  expect(got).toMatchObject(problem(405));
  expect(got.headers.Allow).toEqual(['POST']);
});

test('a connection with client credentials takes neither its secret as password nor a signature', async () => {
  const direct = basic(client.user, client.password);
  expect(await send(world, 'GET', `${client.baseUrl}/v1/ping`, direct)).toMatchObject(problem(401));
  const signed = await world.connect();
  expect(await signed.raw('GET', '/v1/ping', { authorization: `Bearer ${await tokenFor()}` })).toMatchObject(
    problem(401),
  );
});

test('the admin sees why a token was refused, and that the portal called', async () => {
  await ask(grant('wrong'));
  const at = world.clock.now();
  const list = async () => (await world.admin('connections.list', {})).connections;
  expect(await list()).toMatchObject([
    { lastError: { at, status: 401, message: 'Client id or client secret is wrong.' } },
  ]);
  await tokenFor();
  expect(await list()).toMatchObject([{ lastCallAt: at }]);
});
