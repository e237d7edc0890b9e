import { wordsOf } from '../../src/core/jira/comments';
import { crashAfterCall, rateLimit, timeOutAfter } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
});
afterEach(() => {
  world.close();
});

const minuteMs = 60_000;
const one = finding({ id: 'F-1' });
const transition = { method: 'POST', path: /\/transitions$/ };

async function send(over: Record<string, unknown> = {}): Promise<void> {
  await portal.post('/v1/findings', { findings: [{ ...one, ...over }] });
  await world.settle(1);
}
const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * minuteMs });

function said(key: string): string[] {
  const { comments } = world.site.call({ path: `/rest/api/3/issue/${key}/comment`, as: PEOPLE.admin })
    .data as unknown as { comments: { body: unknown }[] };
  return comments.map(({ body }) => wordsOf(body));
}

async function close(): Promise<void> {
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await pass(10);
}

test('a security issue that a person reopens stays open until its product issue is reopened and done anew', async () => {
  await send();
  await close();
  expect(world.statusOf('APP-1')).toBe('Done');
  world.move('APP-1', 'In Progress', PEOPLE.engineer);
  await pass(130);
  expect(world.statusOf('APP-1')).toBe('In Progress');
  await send({ title: 'Another title' });
  await pass(10);
  expect(world.statusOf('APP-1')).toBe('In Progress');
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await pass(10);
  await close();
  expect(world.statusOf('APP-1')).toBe('Done');
});

test('a security issue that a person reopens stays open also when the portal had resolved both', async () => {
  await send();
  await send({ status: 'resolved' });
  world.move('APP-1', 'In Progress', PEOPLE.engineer);
  await pass(130);
  expect([world.statusOf('WEB-1'), world.statusOf('APP-1')]).toEqual(['Done', 'In Progress']);
});

test('a security issue that the app closed and a person closed again later is not reopened with the product issue', async () => {
  await send();
  await close();
  world.move('APP-1', 'In Progress', PEOPLE.engineer);
  await pass(10);
  world.move('APP-1', 'Done', PEOPLE.engineer);
  await pass(10);
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await pass(10);
  expect(world.statusOf('APP-1')).toBe('Done');
});

test('a lost answer to the closing of a security issue forgets neither the comment nor the reopening', async () => {
  await send();
  world.host.faults.add(timeOutAfter(transition));
  await close();
  expect(said('APP-1')).toEqual(['Closed because WEB-1 is done.']);
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await pass(10);
  expect(world.statusOf('APP-1')).toBe('To Do');
});

test('a person who closes a security issue after a pass died is not taken for the app', async () => {
  await send();
  // The event finds Jira busy; the pass that makes up for it dies before it moves anything.
  world.host.faults.add(
    rateLimit({ ...transition, retryAfter: 60 }),
    crashAfterCall(1, { path: /\/bulkfetch$/ }),
  );
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await pass(2);
  expect(world.statusOf('APP-1')).toBe('To Do');
  world.move('APP-1', 'Done', PEOPLE.engineer);
  await pass(20);
  expect(said('APP-1')).toEqual([]);
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await pass(20);
  expect(world.statusOf('APP-1')).toBe('Done');
});

test('what the portal resolved is not told as closed with the product issue, though the pass died over it', async () => {
  await send();
  world.host.faults.add(crashAfterCall(2, transition));
  await send({ status: 'resolved' });
  await pass(130);
  expect([world.statusOf('WEB-1'), world.statusOf('APP-1')]).toEqual(['Done', 'Done']);
  expect(said('APP-1')).toEqual([]);
});

test('why a risk is accepted no longer is said also when the pass dies between reopening and saving', async () => {
  const accepted = { temporarily_risk_accepted: { jira: [], direction: 'both' } };
  await world.useSpaces({ security: null }, { statuses: accepted });
  await send();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await send({ status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-15' });
  world.host.faults.add(crashAfterCall(1, transition));
  world.clock.advance(15 * 60 * minuteMs);
  await pass(30);
  expect(world.statusOf('WEB-1')).toBe('To Do');
  expect(said('WEB-1')).toEqual(['Reopened because the risk was accepted until 2026-01-15 only.']);
});
