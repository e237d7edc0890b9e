import { crashAfterCall, fail, rateLimit, timeOutAfter, timeOutBefore } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { wordsOf } from '../../src/core/jira/comments';
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
const comment = { method: 'POST', path: /\/comment$/ };
const why = 'Closed because WEB-1 is done.';

async function send(one: Record<string, unknown>): Promise<void> {
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
}

const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * minuteMs });

function said(key: string): string[] {
  const { comments } = world.site.call({ path: `/rest/api/3/issue/${key}/comment`, as: PEOPLE.admin })
    .data as unknown as { comments: { body: unknown }[] };
  return comments.map(({ body }) => wordsOf(body));
}

async function stateOf(id: string): Promise<unknown> {
  return ((await portal.post('/v1/findings/lookup', { ids: [id] })).json as unknown[])[0];
}

test.each([
  ['is refused for the rate', rateLimit({ ...comment, retryAfter: 90 })],
  ['times out before Jira took it', timeOutBefore(comment)],
  ['times out after Jira took it', timeOutAfter(comment)],
  ['meets a 503', fail(503, comment)],
  [
    'times out after Jira took it, and then there is no answer at all',
    timeOutAfter({ ...comment, times: 3 }),
  ],
])('a comment that %s is said once, a little later', async (_name, fault) => {
  await send(finding({ id: 'F-1' }));
  world.host.faults.add(fault);
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('APP-1')).toBe('Done');
  await pass(20);
  expect(said('APP-1')).toEqual([why]);
  expect((await world.admin('activity.list', {})).held).toEqual([]);
  expect(await stateOf('F-1')).toMatchObject({ state: 'synced' });
});

test('closed twice, said twice: a comment of before is not taken for the one that is owed', async () => {
  await send(finding({ id: 'F-1' }));
  const move = async (status: string) => {
    world.move('WEB-1', status, PEOPLE.developer);
    await world.settle();
    world.clock.advance(minuteMs);
  };
  await move('Done');
  await move('To Do');
  world.host.faults.add(rateLimit({ ...comment, retryAfter: 5 }));
  await move('Done');
  await pass(20);
  expect(said('APP-1')).toEqual([why, 'Reopened because WEB-1 is no longer done.', why]);
});

test('a comment that Jira goes on refusing is shown with its cause, and a retry says it', async () => {
  await send(finding({ id: 'F-1' }));
  const refused = fail(403, { ...comment, times: Infinity }, { errorMessages: ['You may not comment.'] });
  const allow = world.host.faults.add(refused);
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await pass(20);
  const { held } = await world.admin('activity.list', {});
  expect(held).toMatchObject([
    { findings: 1, reason: { code: 'refused', doing: 'commenting', said: 'You may not comment.' } },
  ]);
  allow();
  await world.admin('activity.retry', { cause: held[0]?.cause });
  await world.settle();
  expect(said('APP-1')).toEqual([why]);
  expect(await stateOf('F-1')).toMatchObject({ state: 'synced' });
});

test('a new snapshot does not make the app forget what it owes', async () => {
  const one = finding({ id: 'F-1' });
  await send(one);
  world.host.faults.add(rateLimit({ ...comment, retryAfter: 120 }));
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  await send({ ...one, title: 'Another title' });
  await pass(20);
  expect(said('APP-1')).toEqual([why]);
});

const move = { path: /transitions/ };

test.each([
  ['an event', [crashAfterCall(1, move)]],
  ['the pass that makes up for an event', [rateLimit({ ...move, retryAfter: 60 }), crashAfterCall(2, move)]],
])('a crash of %s between move and comment forgets neither', async (_name, faults) => {
  await send(finding({ id: 'F-1' }));
  world.host.faults.add(...faults);
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await pass(20);
  expect(world.statusOf('APP-1')).toBe('Done');
  expect(said('APP-1')).toEqual([why]);
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await pass(20);
  expect(world.statusOf('APP-1')).toBe('To Do');
  expect(said('APP-1')).toEqual([why, 'Reopened because WEB-1 is no longer done.']);
});

test.each([
  ['before the lease of the dead pass is over', 0],
  ['after it', 6],
])('a product issue that is open again %s leaves no security issue falsely done', async (_name, minutes) => {
  await send(finding({ id: 'F-1' }));
  world.host.faults.add(rateLimit({ ...move, retryAfter: 60 }), crashAfterCall(2, move));
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(0.5);
  world.clock.advance(minuteMs);
  await world.host.runSchedule('sweep');
  expect(world.statusOf('APP-1')).toBe('Done');
  world.clock.advance(minutes * minuteMs);
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await pass(20);
  expect(world.statusOf('APP-1')).toBe('To Do');
  expect(said('APP-1')).toEqual(['Reopened because WEB-1 is no longer done.']);
});

test('why a risk is accepted no longer is said later, too', async () => {
  const accepted = { temporarily_risk_accepted: { jira: [], direction: 'both' } };
  await world.useSpaces({ security: null }, { statuses: accepted });
  const one = finding({ id: 'F-1' });
  await send(one);
  world.move('WEB-1', 'Done');
  await send({ ...one, status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-15' });
  world.host.faults.add(rateLimit({ ...comment, retryAfter: 90 }));
  world.clock.advance(15 * 60 * minuteMs);
  await pass(20);
  expect(world.statusOf('WEB-1')).toBe('To Do');
  expect(said('WEB-1')).toEqual(['Reopened because the risk was accepted until 2026-01-15 only.']);
});
