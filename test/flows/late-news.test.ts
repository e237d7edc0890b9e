import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

const one = finding({ id: 'F-1' });
const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * 60_000 });

async function send(over: Record<string, unknown> = {}): Promise<void> {
  await portal.post('/v1/findings', { findings: [{ ...one, ...over }] });
  await pass(10);
}

test('a rejected finding that is spared from deletion without a grace is kept in step like any other', async () => {
  await world.useSpaces({ security: null });
  await world.save('deleting', { enabled: true, graceDays: 0 });
  await send();
  world.site.call({
    method: 'PUT',
    path: '/rest/api/3/issue/WEB-1',
    as: PEOPLE.developer,
    body: { update: { labels: [{ add: 'ours' }] } },
  });
  await send({ status: 'rejected', title: 'A new title', severity: 'low' });
  expect(world.statusOf('WEB-1')).toBe('Done');
  expect(world.fields('WEB-1').summary).toBe('A new title');
  const path = '/rest/api/3/issue/WEB-1/properties/security-finding';
  expect(world.site.call({ path, as: PEOPLE.admin }).value).toMatchObject({
    value: { status: 'rejected', severity: 'low' },
  });
});

const link = { method: 'POST', path: /\/issueLink$/ };

test.each(['close', 'leave'] as const)(
  'issues whose finding is gone before they were linked are linked later, with deleting set to %s',
  async (goneFromPortal) => {
    await world.useSpaces({ security: 'OPS' });
    await world.save('deleting', { goneFromPortal });
    world.host.faults.add(fail(503, link));
    await portal.post('/v1/findings', { findings: [one] });
    await world.settle(0.1);
    expect(world.fields('WEB-1').issuelinks).toEqual([]);
    world.clock.advance(1000);
    await portal.post('/v1/findings/delete', { ids: ['F-1'] });
    await pass(20);
    expect(world.fields('WEB-1').issuelinks).toHaveLength(1);
  },
);

test('what Jira already shows as the portal wants it is not written again', async () => {
  await world.useSpaces({ security: null });
  await send();
  const body = { fields: { assignee: { accountId: PEOPLE.developer }, summary: 'A new title' } };
  world.site.call({ method: 'PUT', path: '/rest/api/3/issue/WEB-1', as: PEOPLE.developer, body });
  await pass(5);
  world.jiraCalls();
  await send({ title: 'A new title', assignee: { accountId: PEOPLE.developer } });
  expect(world.jiraCalls().filter((call) => call.startsWith('PUT'))).toEqual([]);
  await send({ title: 'Another title', assignee: { accountId: PEOPLE.developer } });
  expect(world.fields('WEB-1').summary).toBe('Another title');
});
