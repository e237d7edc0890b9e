import { createWorld, finding, type Portal, type World } from '../support/world';
import { basic, connectBasic, type Client, problem, send, thrown } from './support';

let world: World;
let portal: Portal;
let client: Client;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  client = await connectBasic(world);
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const json = { 'content-type': 'application/json' };

/** A call with right credentials. */
function call(method: string, path: string, body = '', headers: Record<string, string> = {}) {
  return send(
    world,
    method,
    `${client.baseUrl}${path}`,
    { ...basic(client.user, client.password), ...headers },
    body,
  );
}

test('an unknown path is answered with 404, signed or not', async () => {
  expect(await call('GET', '/v1/nothing')).toMatchObject(problem(404));
  expect(await call('POST', '/v2/findings', '{}', json)).toMatchObject(problem(404));
  expect(await call('GET', '')).toMatchObject(problem(404));
  expect(await portal.get('/v1/findings/x/y')).toMatchObject(problem(404));
});

test('a wrong method is answered with 405 and the methods that the path takes', async () => {
  const got = await portal.get('/v1/findings/lookup');
  expect(got).toMatchObject(problem(405, { detail: 'Use POST here.' }));
  expect(got.headers.Allow).toEqual(['POST']);
  const posted = await portal.post('/v1/ping', {});
  expect(posted).toMatchObject(problem(405));
  expect(posted.headers.Allow).toEqual(['GET']);
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    expect(await call(method, '/v1/findings', '{}', json)).toMatchObject(problem(405));
});

test('without an address of a connection there is no entry', async () => {
  const trigger = client.baseUrl.replace(/\/c\/.*$/, '');
  for (const path of ['', '/', '/v1/ping', '/c', '/c/', '/c//v1/ping'])
    expect(await send(world, 'GET', `${trigger}${path}`, basic(client.user, client.password))).toMatchObject(
      problem(401),
    );
});

test('a body of 4.5 MB is refused by the app with 413', async () => {
  const body = JSON.stringify({ findings: [finding({ description: 'x'.repeat(4_500_000) })] });
  expect(await portal.post('/v1/findings', body)).toMatchObject(
    problem(413, { detail: 'Send at most 4000000 bytes a call; split the findings over several calls.' }),
  );
});

test('a body that is too large only once the platform escaped it is refused by the platform', async () => {
  const body = JSON.stringify({ findings: [finding({ description: '"'.repeat(1_800_000) })] });
  expect(body.length).toBeLessThan(4_000_000);
  const answer = await portal.post('/v1/findings', body);
  expect(answer).toMatchObject({ status: 413, json: undefined });
});

test('a body of just under 4 MB of many findings is accepted', async () => {
  const findings = Array.from({ length: 41 }, (_, index) =>
    finding({ id: `F-${String(index)}`, description: 'x'.repeat(95_000) }),
  );
  const answer = await portal.post('/v1/findings', { findings });
  expect(answer).toMatchObject({ status: 202, json: { accepted: 41 } });
});

test.each(['gzip', 'deflate', 'br'])('a body that says it is %s is refused', async (encoding) => {
  expect(await call('POST', '/v1/findings', '{}', { ...json, 'Content-Encoding': encoding })).toMatchObject(
    problem(415),
  );
});

test.each([
  ['text/plain', 415],
  ['application/xml', 415],
  ['application/x-www-form-urlencoded', 415],
  ['application/json; charset=iso-8859-1', 415],
  ['application/json; charset=utf-16', 415],
  ['application/json', 422],
  ['application/json; charset=utf-8', 422],
  ['application/json;charset="UTF-8"', 422],
  ['application/sarif+json', 422],
])('a body of the type %s is answered with %i', async (type, status) => {
  const answer = await call('POST', '/v1/findings', '{"findings":[]}', { 'Content-Type': type });
  expect(answer).toMatchObject(problem(status));
});

test('a body without a type is taken for JSON', async () => {
  expect(await call('POST', '/v1/findings', '{"findings":[]}')).toMatchObject(problem(422));
});

test.each(['', '{', '{"findings":[}', 'id,title\n1,x', '{"findings":[]}{}'])(
  'the body %j is no JSON',
  async (body) => {
    expect(await call('POST', '/v1/findings', body, json)).toMatchObject(problem(400));
    expect(await portal.post('/v1/findings', body)).toMatchObject(problem(400));
  },
);

test.each([null, [], 'text', 5, {}, { findings: null }, { findings: {} }, { findings: [] }])(
  'the body %j is JSON, but holds no findings',
  async (body) => {
    const answer = await call('POST', '/v1/findings', JSON.stringify(body), json);
    expect(answer).toMatchObject(problem(422));
    expect((answer.json as { errors: unknown[] }).errors).toHaveLength(1);
  },
);

test('refusals come in order: size and headers, credentials, path, JSON, content', async () => {
  const large = 'x'.repeat(4_100_000);
  const wrong = basic(client.user, 'wrong');
  const steps: [number, Promise<{ status: number }>][] = [
    // Too large, and everything else is wrong too.
    [413, call('POST', '/v1/nothing', large, { 'content-type': 'text/plain', ...wrong })],
    [415, call('POST', '/v1/nothing', '{', { 'content-type': 'text/plain', ...wrong })],
    [401, call('POST', '/v1/nothing', '{', { ...json, ...wrong })],
    [404, call('POST', '/v1/nothing', '{', json)],
    [405, call('POST', '/v1/ping', '{', json)],
    [400, call('POST', '/v1/findings', '{', json)],
    [422, call('POST', '/v1/findings', '{}', json)],
  ];
  for (const [status, answer] of steps) expect(await answer).toMatchObject({ status });
});

test('a trailing slash never matters', async () => {
  expect(await call('GET', '/v1/ping/')).toMatchObject({ status: 200 });
  expect(await call('POST', '/v1/findings//', '{"findings":[]}', json)).toMatchObject(problem(422));
  expect(await portal.post('/v1/findings/', { findings: [finding()] })).toMatchObject({ status: 202 });
});

test('an answer is never to be stored by anybody on the way', async () => {
  for (const answer of [await portal.get('/v1/ping'), await portal.get('/v1/nothing')])
    expect(answer.headers['Cache-Control']).toEqual(['no-store']);
});
