import { wordsOf } from '../../src/core/jira/comments';
import { crashAfterCall, rateLimit } from '../sandbox/faults';
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

const dayMs = 86_400_000;
const one = finding({ id: 'F-1' });
const why = 'Reopened because the portal still reports this finding as open.';

async function send(over: Record<string, unknown> = {}): Promise<void> {
  await portal.post('/v1/findings', { findings: [{ ...one, ...over }] });
  await world.settle(5);
}
const statuses = () => ['WEB-1', 'APP-1'].map((key) => world.statusOf(key));
const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * 60_000 });

function said(key: string): string[] {
  const { comments } = world.site.call({ path: `/rest/api/3/issue/${key}/comment`, as: PEOPLE.admin })
    .data as unknown as { comments: { body: unknown }[] };
  return comments.map(({ body }) => wordsOf(body));
}

async function closeWeb(): Promise<void> {
  await send();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(5);
  expect(statuses()).toEqual(['Done', 'Done']);
}

test('what a person closed is opened again with a comment when its finding is still reported a week later', async () => {
  await closeWeb();
  for (let day = 1; day < 7; day += 1) {
    world.clock.advance(dayMs);
    world.jiraCalls();
    await send();
    expect(world.jiraCalls()).toEqual([]);
  }
  expect(statuses()).toEqual(['Done', 'Done']);
  world.clock.advance(dayMs);
  await send();
  expect(statuses()).toEqual(['To Do', 'To Do']);
  expect([said('WEB-1'), said('APP-1').at(-1)]).toEqual([[why], why]);
  world.jiraCalls();
  await send();
  expect(world.jiraCalls()).toEqual([]);
});

test.each([
  ['nobody reports it any more', {}, undefined],
  ['it is reported as resolved', {}, { status: 'resolved' }],
  ['it is reported as an accepted risk', {}, { status: 'permanently_risk_accepted' }],
  ['that is switched off', { stillReported: null }, {}],
  ['more days are wanted', { stillReported: 30 }, {}],
])('a closed issue stays closed while %s', async (_name, reopening, over) => {
  await world.save('reopening', reopening);
  await closeWeb();
  world.clock.advance(8 * dayMs);
  if (over) await send(over);
  await pass(10);
  expect(statuses()).toEqual(['Done', 'Done']);
});

test('a decision not to do anything about it stands', async () => {
  const { resolution } = await closeWeb().then(
    () => world.fields('WEB-1') as never as { resolution: object },
  );
  await world.save('closing', { wontDoResolutions: [resolution], enabled: false });
  world.clock.advance(8 * dayMs);
  await send();
  expect(world.statusOf('WEB-1')).toBe('Done');
});

test('only what was closed for so long is opened, each issue counted by itself', async () => {
  await world.save('closing', { enabled: false });
  await send();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await pass(5);
  world.clock.advance(4 * dayMs);
  world.move('APP-1', 'Done', PEOPLE.engineer);
  await pass(5);
  world.clock.advance(4 * dayMs);
  await send();
  expect(statuses()).toEqual(['To Do', 'Done']);
});

test.each([
  ['the pass dies over the first move', crashAfterCall(1, { path: /transitions/ })],
  ['the pass dies over the last move', crashAfterCall(2, { path: /transitions/ })],
  ['the comments have to wait', rateLimit({ path: /\/comment$/, retryAfter: 60, times: 2 })],
])('both issues are open and say why, once, also when %s', async (_name, fault) => {
  await closeWeb();
  world.clock.advance(8 * dayMs);
  world.host.faults.add(fault);
  await send();
  await pass(30);
  expect(statuses()).toEqual(['To Do', 'To Do']);
  expect([said('WEB-1'), said('APP-1').filter((text) => text === why)]).toEqual([[why], [why]]);
});
