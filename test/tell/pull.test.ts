import { EventsBody, type ToldEvent } from '../../src/contract/outbox';
import type { Json } from '../sandbox/jira/json';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
});
afterEach(() => {
  world.close();
});

async function read(after = 0): Promise<EventsBody> {
  const answer = await portal.get(`/v1/events?after=${String(after)}`);
  expect(answer.status).toBe(200);
  return EventsBody.parse(answer.json);
}

async function send(...findings: object[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

const said = (events: readonly ToldEvent[]) =>
  events.map(({ type, issue, data }) => [type, issue?.key, data] as const);

test('a new finding is told with its issues, and an unchanged one no more', async () => {
  const first = finding({ id: 'F-1' });
  await send(first);
  const { events, next } = await read();
  expect(said(events)).toEqual([
    ['issue.linked', 'WEB-1', {}],
    ['issue.linked', 'APP-1', {}],
    ['finding.synced', undefined, { state: 'synced' }],
  ]);
  await send(first);
  await send({ ...first, title: 'Another title' });
  expect((await read(next)).events).toEqual([]);
});

test('a move by a person is told once, with who did it, and what the portal answers is no news', async () => {
  await send(finding({ id: 'F-1' }));
  const { next } = await read();
  world.move('APP-1', 'Done', PEOPLE.developer);
  await world.settle();
  const { events } = await read(next);
  expect(events).toMatchObject([
    {
      type: 'finding.status_changed',
      finding: { id: 'F-1', product: 'shop' },
      issue: { role: 'security', key: 'APP-1' },
      by: { accountId: PEOPLE.developer },
      data: { from: 'verified', to: 'resolved', jira: { status: { name: 'Done', category: 'done' } } },
    },
  ]);
  await send(finding({ id: 'F-1', status: 'resolved' }));
  expect(said((await read(next)).events.slice(1))).toEqual([]);
});

function edit(key: string, fields: Record<string, Json>, as: string = PEOPLE.developer): void {
  const { status, value } = world.site.call({
    method: 'PUT',
    path: `/rest/api/3/issue/${key}`,
    as,
    body: { fields },
  });
  if (status !== 204) throw new Error(`editing ${key}: ${JSON.stringify(value)}`);
}

test('edits by people are told in Jira’s words, and a portal that sends them back causes no call', async () => {
  await send(finding({ id: 'F-1', tags: ['sqli'] }));
  const { next } = await read();
  edit('WEB-1', {
    assignee: { accountId: PEOPLE.engineer },
    labels: ['sqli', 'checkout'],
    summary: 'Search is open',
  });
  await world.settle();
  const { events } = await read(next);
  expect(said(events)).toEqual([
    [
      'finding.assigned',
      'WEB-1',
      {
        role: 'product',
        assignee: expect.objectContaining({
          accountId: PEOPLE.engineer,
          name: expect.any(String) as string,
        }) as unknown,
      },
    ],
    ['finding.changed', 'WEB-1', { field: 'labels', from: ['sqli'], to: ['checkout', 'sqli'] }],
    [
      'finding.changed',
      'WEB-1',
      { field: 'summary', from: 'SQL injection in the search form', to: 'Search is open' },
    ],
  ]);
  expect(events[0]?.by).toMatchObject({ accountId: PEOPLE.developer, name: expect.any(String) as string });
});

test('who sends back what was told causes no call', async () => {
  const one = finding({ id: 'F-1', tags: ['sqli'] });
  await send(one);
  edit('WEB-1', {
    assignee: { accountId: PEOPLE.engineer },
    labels: ['sqli', 'checkout'],
    summary: 'Search is open',
  });
  edit('APP-1', {
    assignee: { accountId: PEOPLE.engineer },
    labels: ['sqli', 'checkout'],
    summary: 'Search is open',
  });
  await world.settle();
  const { next } = await read();
  world.jiraCalls();
  await send({
    ...one,
    tags: ['sqli', 'checkout'],
    title: 'Search is open',
    assignee: { accountId: PEOPLE.engineer },
  });
  expect(world.jiraCalls()).toEqual([]);
  expect((await read(next)).events).toEqual([]);
});

test('while nobody hears nothing is recorded, and the feed says how it is switched on', async () => {
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'off' });
  await send(finding({ id: 'F-1' }));
  const off = await portal.get('/v1/events?after=0');
  expect(off).toMatchObject({
    status: 404,
    json: { detail: expect.stringContaining('Portal hears') as string },
  });
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
  expect((await read()).events).toEqual([]);
  world.move('APP-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect((await read()).events.map(({ type }) => type)).toEqual(['finding.status_changed']);
});

test('a portal that was away for 31 days learns that it missed something, and comes back in step', async () => {
  await send(...Array.from({ length: 130 }, (_, index) => finding({ id: `F-${String(index)}` })));
  let { next } = await read();
  world.clock.advance(31 * 86_400_000);
  world.move('APP-1', 'Done', PEOPLE.developer);
  await world.settle();
  const gone = await portal.get(`/v1/events?after=${String(next)}`);
  expect(gone).toMatchObject({
    status: 410,
    json: { detail: expect.stringContaining('/v1/findings') as string },
  });
  next = (gone.json as { next: number }).next;
  const pages: unknown[] = [];
  let after: string | undefined;
  do {
    const page = await portal.get(`/v1/findings${after === undefined ? '' : `?after=${after}`}`);
    const { findings, next: more } = page.json as { findings: unknown[]; next?: string };
    pages.push(...findings);
    after = more;
  } while (after !== undefined);
  expect(pages).toHaveLength(130);
  expect(pages).toContainEqual(
    expect.objectContaining({
      issues: expect.objectContaining({
        security: expect.objectContaining({ key: 'APP-1', status: 'Done' }) as unknown,
      }) as unknown,
    }),
  );
  expect(await read(next)).toEqual({ events: [], next });
  world.move('APP-2', 'Done', PEOPLE.developer);
  await world.settle();
  expect((await read(next)).events).toHaveLength(1);
});

test.each(['-1', '1.5', 'x', '1&after=2'])('a number that is none is refused: %s', async (after) => {
  expect(await portal.get(`/v1/events?after=${after}`)).toMatchObject({ status: 422 });
});
