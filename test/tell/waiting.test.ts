/** Waiting for a portal, or for storage: it ends when it should, and costs next to nothing meanwhile. */
import { EventsBody, type ToldEvent } from '../../src/contract/outbox';
import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

const minuteMs = 60_000;
let world: World;
let portal: Portal;
let heard: ToldEvent[];
/** When it was asked. */
let asked: number[];
let answer: () => Response;

beforeEach(async () => {
  [heard, asked] = [[], []];
  answer = () => new Response(null, { status: 204 });
  world = createWorld({
    host: {
      egress: (_url, { body }) => {
        asked.push(world.clock.now());
        const given = answer();
        if (given.ok) heard.push(...EventsBody.parse(JSON.parse(body as string)).events);
        return Promise.resolve(given);
      },
    },
  });
  portal = await world.connect();
  await world.useSpaces({ product: 'WEB', security: null });
  world.host.egress.approve(`portal-${portal.key}`, 'https://portal.example.com');
  const url = 'https://portal.example.com/hook';
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'push', url });
});
afterEach(() => {
  world.close();
});

const send = (...ids: string[]) =>
  portal.post('/v1/findings', { findings: ids.map((id) => finding({ id })) });
const invocations = () => world.host.journal.entries.filter(({ kind }) => kind === 'invocation').length;

test.each([10, 16, 31, 50])('a wait of %i minutes ends after as many', async (minutes) => {
  answer = () => new Response(null, { status: 429, headers: { 'retry-after': String(minutes * 60) } });
  await send('F-1');
  await world.settle(5);
  answer = () => new Response(null, { status: 204 });
  await world.settle(120);
  expect(asked).toHaveLength(2);
  const waited = ((asked[1] ?? 0) - (asked[0] ?? 0)) / minuteMs;
  expect(Math.round(waited)).toBe(minutes);
});

test('a wait of hours ends when it should, by way of the hourly look', async () => {
  answer = () => new Response(null, { status: 503, headers: { 'retry-after': String(150 * 60) } });
  await send('F-1');
  await world.settle(5);
  answer = () => new Response(null, { status: 204 });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 4 * 60 * minuteMs });
  const waited = ((asked[1] ?? 0) - (asked[0] ?? 0)) / minuteMs;
  expect(Math.round(waited)).toBe(150);
});

test('events that come while a portal is down do not make it be asked or looked at more often', async () => {
  answer = () => new Response('down', { status: 502 });
  await send('F-1');
  await world.settle(1);
  for (let move = 0; move < 10; move += 1) {
    world.move('WEB-1', move % 2 === 0 ? 'Done' : 'To Do', PEOPLE.developer);
    await world.settle(1);
  }
  await world.settle(60);
  const before = { calls: asked.length, invocations: invocations() };
  await world.settle(24 * 60);
  expect(asked.length - before.calls).toBeLessThanOrEqual(2);
  expect(invocations() - before.invocations).toBeLessThanOrEqual(10);
  answer = () => new Response(null, { status: 204 });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 7 * 60 * minuteMs });
  expect(heard.map(({ n }) => n)).toEqual(heard.map((_, index) => index + 1));
  expect(heard.filter(({ type }) => type === 'finding.status_changed')).toHaveLength(10);
});

test('what storage does not take is put off, and what others owe is told meanwhile', async () => {
  const poison = { on: 'kvs', path: /transaction/, body: /"events":.*"finding":\{"id":"F-2"/ } as const;
  world.host.faults.add(fail(400, { ...poison, times: Infinity }, { code: 'TOO_LARGE' }));
  await send('F-1', 'F-2', 'F-3');
  await world.settle(10);
  expect([...new Set(heard.map((event) => event.finding?.id))]).toEqual(['F-1', 'F-3']);
  const before = invocations();
  await world.settle(6 * 60);
  expect(invocations() - before).toBeLessThanOrEqual(60);
  world.host.faults.clear();
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 7 * 60 * minuteMs });
  expect(heard.filter((event) => event.finding?.id === 'F-2').map(({ type }) => type)).toEqual([
    'issue.linked',
    'finding.synced',
  ]);
});
