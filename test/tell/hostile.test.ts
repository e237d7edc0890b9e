/** Portals that mean harm or are broken: nothing hurts the app, no credential shows, and each has its words. */
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createSocketServer, type Server as SocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { EventsBody } from '../../src/contract/outbox';
import { loopback } from '../sandbox/forge/egress';
import { timeOutBefore } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';

const origin = 'https://portal.example.com';
const password = 'Correct-Horse/9 "battery"';
let world: World;
let portal: Portal;
let asked: string[];
let answer: (url: URL, init: RequestInit) => Response | Promise<Response>;
/** What the app read of an answer that does not end. */
let given: number;

beforeEach(async () => {
  [asked, given] = [[], 0];
  world = createWorld({
    host: {
      egress: (url, init) => {
        asked.push(url.origin);
        return Promise.resolve(answer(url, init));
      },
    },
  });
  portal = await world.connect();
  await world.useSpaces({ product: 'WEB', security: null });
  world.host.egress.approve(`portal-${portal.key}`, origin);
  await world.admin('connections.setOutbound', {
    connection: portal.key,
    mode: 'push',
    url: `${origin}/hook`,
    auth: { kind: 'basic', username: 'jira', password },
  });
});
afterEach(() => {
  world.close();
});

const redirect = (to: string) => () => new Response(null, { status: 302, headers: { location: to } });
const always =
  (status: number, body: string, headers = {}) =>
  () =>
    new Response(body, { status, headers });

/** Bytes without end, each piece after a while. */
function endless(status: number, everyMs: number) {
  return () =>
    new Response(
      new ReadableStream<Uint8Array>({
        async pull(stream) {
          if (everyMs > 0) await world.clock.sleep(everyMs);
          given += 1000;
          stream.enqueue(new Uint8Array(1000).fill(120));
        },
      }),
      { status },
    );
}

function echo(_url: URL, { headers, body }: RequestInit): Response {
  const sent = Object.fromEntries(new Headers(headers));
  const padding = 'x'.repeat(430);
  const plain = Buffer.from((sent['authorization'] ?? '').replace('Basic ', ''), 'base64').toString();
  return new Response(`${padding} ${plain} ${JSON.stringify({ sent, body, password })}`, { status: 500 });
}

/** How the outside view tells of it; `undefined`: the portal took the events. */
const cases: readonly [string, () => typeof answer, { status: number; text?: RegExp } | undefined][] = [
  ['a redirect to another host', () => redirect('https://evil.example.net/'), { status: 302 }],
  ['a redirect to itself', () => redirect(`${origin}/hook`), { status: 302 }],
  ['a redirect into the network', () => redirect('http://169.254.169.254/'), { status: 302 }],
  ['a body without end, called delivered', () => endless(200, 0), undefined],
  ['a body without end, called a failure', () => endless(500, 0), { status: 500, text: /^x+$/ }],
  ['a body that drips', () => endless(200, 3_000), { status: 0, text: /no whole answer within 10 seconds/ }],
  ['another type of content', () => always(200, '\u0000\u0001', { 'content-type': 'image/png' }), undefined],
  ['an error page with 200', () => always(200, '<h1>Oops</h1>', { 'content-type': 'text/html' }), undefined],
  ['an error page', () => always(500, '<script>alert(1)</script>'), { status: 500, text: /<script>/ }],
  ['what it was sent', () => echo, { status: 500, text: /x …:…|x jira:…/ }],
  [
    'a time to wait that nobody lives to see',
    () => always(429, '', { 'retry-after': '9'.repeat(300) }),
    { status: 429 },
  ],
  ['a time to wait in the past', () => always(503, '', { 'retry-after': '-1' }), { status: 503 }],
];

test.each(cases)('%s', async (_, hostile, told) => {
  answer = hostile();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  const begun = world.clock.now();
  await world.settle(0);
  expect(world.clock.now() - begun).toBeLessThan(60_000);
  await seen(told);
});

async function seen(told: { status: number; text?: RegExp } | undefined): Promise<void> {
  const view = await world.admin('connections.outbound', { connection: portal.key });
  if (told === undefined) expect(view).toMatchObject({ waiting: 0, delivered: { n: 2 } });
  else {
    expect(view).toMatchObject({ waiting: 2, lastError: { trouble: 'failing', status: told.status } });
    if (told.text) expect(view.lastError?.text).toMatch(told.text);
    expect(view.lastError?.text?.length ?? 0).toBeLessThanOrEqual(500);
    const wait = (view.lastError?.nextAt ?? 0) - world.clock.now();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(24 * 3_600_000);
  }
  expect(new Set(asked)).toEqual(new Set([origin]));
  expect(given).toBeLessThanOrEqual(70_000);
  const everywhere = JSON.stringify([
    view,
    world.host.kvs.snapshot(),
    world.host.journal.entries.filter(({ kind }) => kind === 'log'),
  ]);
  const pair = Buffer.from(`jira:${password}`).toString('base64');
  for (const secret of [password, JSON.stringify(password).slice(1, -1), pair])
    expect(withoutVault(everywhere)).not.toContain(secret);
}

/** Storage but for what the platform itself keeps secret. */
function withoutVault(text: string): string {
  return text.replace(/"secrets":\[.*?\]/g, '');
}

test('410 ends it, and an answer that never comes ends after ten seconds', async () => {
  answer = always(204, '');
  world.host.faults.add(timeOutBefore({ on: 'egress' }, 'silence'));
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle(0);
  expect(await world.admin('connections.outbound', { connection: portal.key })).toMatchObject({
    lastError: { status: 0, text: 'There was no whole answer within 10 seconds.' },
  });
  answer = always(410, 'no more');
  await world.settle(5);
  expect(await world.admin('connections.outbound', { connection: portal.key })).toMatchObject({
    mode: 'off',
    lastError: { trouble: 'gone', status: 410, text: 'no more' },
  });
});

describe('over a real connection', () => {
  let server: Server | SocketServer | undefined;
  afterEach(() => server?.close());

  async function listen(started: Server | SocketServer): Promise<void> {
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const { port } = started.address() as AddressInfo;
    answer = (_url, init) => loopback(new URL(`http://127.0.0.1:${String(port)}/`), init);
  }

  test.each<[string, () => Server | SocketServer]>([
    [
      'headers beyond measure',
      () =>
        createHttpServer((_request, response) => {
          for (let n = 0; n < 60; n += 1) response.setHeader(`x-${String(n)}`, 'y'.repeat(4_000));
          response.end();
        }),
    ],
    ['what is no HTTP', () => createSocketServer((socket) => socket.end('hello\r\n\r\n'))],
    ['a connection that breaks', () => createSocketServer((socket) => socket.destroy())],
  ])('%s is no answer', async (_, start) => {
    await listen(start());
    await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
    await world.settle(0);
    await seen({ status: 0, text: /^There was no answer \([A-Z_]+\)\.$/ });
    answer = (_url, { body }) => {
      expect(EventsBody.parse(JSON.parse(body as string)).events).toHaveLength(2);
      return new Response(null, { status: 204 });
    };
    await world.settle(5);
    expect(await world.admin('connections.outbound', { connection: portal.key })).toMatchObject({
      waiting: 0,
    });
  });
});
