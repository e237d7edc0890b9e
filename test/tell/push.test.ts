/** Pushing: what arrives at a portal, and what happens where it does not. */
import { Webhook } from 'standardwebhooks';
import { EventsBody, type ToldEvent } from '../../src/contract/outbox';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

const address = 'https://portal.example.com/hook';
const hourMs = 60 * 60_000;

let world: World;
let portal: Portal;
let secret: string;
/** What the portal took, in the order in which it did. */
let heard: ToldEvent[];
let asked: { url: string; headers: Record<string, string> }[];
let answer: (body: EventsBody, url: URL) => Response | Promise<Response>;

beforeEach(async () => {
  [heard, asked] = [[], []];
  answer = () => new Response(null, { status: 204 });
  world = createWorld({ host: { egress: receive } });
  portal = await world.connect();
  await world.useSpaces({ product: 'WEB', security: null });
  world.host.egress.approve(`portal-${portal.key}`, 'https://portal.example.com');
  const set = await world.admin('connections.setOutbound', {
    connection: portal.key,
    mode: 'push',
    url: address,
  });
  secret = set.secret ?? '';
});
afterEach(() => {
  world.close();
});

async function receive(url: URL, init: RequestInit): Promise<Response> {
  const headers = Object.fromEntries(new Headers(init.headers)) as Record<string, string>;
  asked.push({ url: url.href, headers });
  if (url.pathname === '/token') return answer({ events: [], next: 0 }, url);
  const text = typeof init.body === 'string' ? init.body : '';
  expect(() => new Webhook(secret).verify(text, headers)).not.toThrow();
  const body = EventsBody.parse(JSON.parse(text));
  const given = await answer(body, url);
  if (given.ok) heard.push(...body.events);
  return given;
}

async function send(...ids: string[]): Promise<void> {
  await portal.post('/v1/findings', { findings: ids.map((id) => finding({ id })) });
  await world.settle();
}
const outbound = () => world.admin('connections.outbound', { connection: portal.key });
const numbers = () => heard.map(({ n }) => n);

test('events arrive signed, in order, once', async () => {
  await send('F-1', 'F-2');
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect(heard.map(({ type, finding: of }) => `${type} ${of?.id ?? ''}`)).toEqual([
    'issue.linked F-1',
    'finding.synced F-1',
    'issue.linked F-2',
    'finding.synced F-2',
    'finding.status_changed F-1',
  ]);
  expect(numbers()).toEqual([1, 2, 3, 4, 5]);
  expect(await outbound()).toMatchObject({ mode: 'push', approved: true, waiting: 0, delivered: { n: 5 } });
});

test('a portal that is down loses nothing, and is asked less and less often', async () => {
  answer = () => new Response('down', { status: 502 });
  await send('F-1');
  expect(await outbound()).toMatchObject({
    waiting: 2,
    lastError: { trouble: 'failing', status: 502, text: 'down' },
  });
  expect(asked.length).toBeLessThanOrEqual(7);
  answer = () => new Response(null, { status: 200 });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 3 * hourMs });
  expect(numbers()).toEqual([1, 2]);
  expect((await outbound()).lastError).toBeUndefined();
});

test('Retry-After is honoured', async () => {
  answer = () => new Response(null, { status: 429, headers: { 'retry-after': '600' } });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle(9);
  expect(asked).toHaveLength(1);
  answer = () => new Response(null, { status: 200 });
  await world.settle(10);
  expect(numbers()).toEqual([1, 2]);
});

test('an event that is refused while others pass is parked, and can be sent again or left out', async () => {
  answer = ({ events }) =>
    new Response('no such finding', { status: events.some((one) => one.finding?.id === 'F-2') ? 422 : 200 });
  await send('F-1', 'F-2', 'F-3');
  expect([...new Set(heard.map((one) => one.finding?.id))]).toEqual(['F-1', 'F-3']);
  const { parked } = await outbound();
  expect(parked).toMatchObject([
    { n: 3, type: 'issue.linked', answer: { status: 422, text: 'no such finding' } },
    { n: 4, type: 'finding.synced' },
  ]);
  answer = () => new Response(null, { status: 200 });
  await world.admin('connections.replay', { connection: portal.key, parked: [3] });
  await world.admin('connections.skip', { connection: portal.key, parked: [4] });
  await world.settle();
  expect(numbers()).toEqual([1, 2, 5, 6, 3]);
  expect((await outbound()).parked).toEqual([]);
});

test('410 switches it off and says so', async () => {
  answer = () => new Response(null, { status: 410 });
  await send('F-1');
  expect(await outbound()).toMatchObject({ mode: 'off', lastError: { trouble: 'gone', status: 410 } });
  await send('F-2');
  expect(asked).toHaveLength(1);
});

test('an address that is no longer approved is a state, and nothing is lost until it is', async () => {
  world.host.egress.revoke(`portal-${portal.key}`);
  await send('F-1');
  expect(await outbound()).toMatchObject({
    approved: false,
    waiting: 2,
    lastError: { trouble: 'unapproved' },
  });
  world.host.egress.approve(`portal-${portal.key}`, 'https://portal.example.com');
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'push' });
  await world.settle();
  expect(numbers()).toEqual([1, 2]);
});

test('redirects are not followed', async () => {
  answer = () =>
    new Response(null, { status: 302, headers: { location: 'https://portal.example.com/other' } });
  await send('F-1');
  expect(new Set(asked.map(({ url }) => url))).toEqual(new Set([address]));
  expect(await outbound()).toMatchObject({ lastError: { status: 302 } });
});

test('a token is fetched once, and anew when it is refused', async () => {
  let token = 0;
  answer = (_body, url) => {
    if (url.pathname === '/token')
      return Response.json({ access_token: `t${String((token += 1))}`, expires_in: 3600 });
    return new Response(null, {
      status: asked.at(-1)?.headers['authorization'] === 'Bearer t1' && heard.length >= 2 ? 401 : 200,
    });
  };
  const auth = {
    kind: 'oauth',
    tokenUrl: 'https://portal.example.com/token',
    clientId: 'app',
    clientSecret: 's',
  } as const;
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'push', auth });
  await send('F-1');
  await send('F-2');
  expect(numbers()).toEqual([1, 2, 3, 4]);
  expect(token).toBe(2);
  expect(JSON.stringify(await outbound())).not.toContain('clientSecret');
});

test.each([400, 410])(
  'a token address that answers %i neither switches off nor parks anything',
  async (status) => {
    let gives = false;
    answer = (_body, url) => {
      if (url.pathname !== '/token') return new Response(null, { status: 200 });
      return gives ? Response.json({ access_token: 't' }) : Response.json({ error: 'invalid' }, { status });
    };
    const auth = {
      kind: 'oauth',
      tokenUrl: 'https://portal.example.com/token',
      clientId: 'app',
      clientSecret: 's',
    } as const;
    await world.admin('connections.setOutbound', { connection: portal.key, mode: 'push', auth });
    await send('F-1', 'F-2');
    expect(await outbound()).toMatchObject({ mode: 'push', waiting: 4, parked: [], lastError: { status } });
    gives = true;
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 12 * hourMs });
    expect(numbers()).toEqual([1, 2, 3, 4]);
  },
);

test('a test event shows what went out and what came back', async () => {
  const tested = await world.admin('connections.testOutbound', { connection: portal.key });
  expect(tested).toMatchObject({ answer: { status: 204 }, request: { url: address } });
  expect(heard).toMatchObject([{ type: 'test' }]);
});

test.each([
  'http://portal.example.com',
  'https://127.0.0.1/x',
  'https://2130706433',
  'https://[::1]/',
  'https://localhost',
  'https://u:p@portal.example.com',
])('no address to send to: %s', async (url) => {
  const refused = await world.adminAs(PEOPLE.admin, 'connections.setOutbound', {
    connection: portal.key,
    mode: 'push',
    url,
  });
  expect(refused).toMatchObject({ error: { code: 'invalid', errors: [{ path: 'url' }] } });
});
