/** What a portal says itself is no news to it, however the issues follow. */
import { PEOPLE } from '../sandbox/jira/seed';
import { hear, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
const email = 'product.developer@example.com';
const one = finding({ id: 'F-1', status: 'verified' });
const member = (id: string) => finding({ id, group: 'log4j' });

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await hear(world, portal);
});
afterEach(() => {
  world.close();
});

async function send(...findings: object[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}
/** All that is told from now on, also by what looks after events that were missed. */
async function heardOf(...words: object[][]): Promise<string[]> {
  const before = (await told(portal)).at(-1)?.n ?? 0;
  for (const findings of words) {
    await send(...findings);
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 70 * 60_000 });
  }
  return (await told(portal, before)).map(({ type }) => type);
}

test.each<[string, ...object[]]>([
  ['resolved', { status: 'resolved' }],
  ['resolved, and open again', { status: 'resolved' }, { status: 'assigned' }],
  ['rejected, where its space has no status for that', { status: 'rejected' }],
  ['an accepted risk', { status: 'temporarily_risk_accepted', acceptedUntil: '2026-02-01' }],
  ['accepted for good, and open again', { status: 'permanently_risk_accepted' }, {}],
  ['a due date', { dueDate: '2026-03-01' }, {}],
  ['an assignee', { assignee: { email } }],
  ['another severity, title and labels', { severity: 'low', title: 'Mild', tags: ['checked'] }],
])('%s', async (_word, ...changes) => {
  await world.useSpaces();
  await send(one);
  expect(await heardOf(...changes.map((change) => [{ ...one, ...change }]))).toEqual([]);
});

test('each of a group that says another status', async () => {
  await world.useSpaces();
  await send(member('F-1'), member('F-2'));
  const resolved = ['F-1', 'F-2'].map((id) => ({ ...member(id), status: 'resolved' }));
  expect(await heardOf(resolved, [member('F-1')])).toEqual([]);
});

test('a move that means what the portal says already', async () => {
  const jira = ['To Do', 'In Progress'].map((name) => world.ref('status', 'WEB', name));
  await world.useSpaces({ security: null }, { statuses: { verified: { jira, direction: 'both' } } });
  await send(one);
  const before = await told(portal);
  world.move('WEB-1', 'In Progress', PEOPLE.developer);
  await world.settle();
  expect(await told(portal)).toEqual(before);
});

test('a status that leads to one which means another, where people then do nothing', async () => {
  const done = world.ref('status', 'WEB', 'Done');
  const statuses = {
    permanently_risk_accepted: { jira: [done], direction: 'to_jira' },
    resolved: { jira: [done], direction: 'both' },
  };
  await world.useSpaces({ security: null }, { statuses });
  await send(one);
  expect(await heardOf([{ ...one, status: 'permanently_risk_accepted' }])).toEqual([]);
  expect(world.statusOf('WEB-1')).toBe('Done');
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await world.settle();
  expect((await told(portal)).at(-1)).toMatchObject({
    type: 'finding.status_changed',
    data: { from: 'permanently_risk_accepted', to: 'verified' },
  });
});
