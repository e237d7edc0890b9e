import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  world = await open();
});

async function open(host: { eventDelayMs?: () => number } = {}): Promise<World> {
  const opened = createWorld({ host });
  const portal = await opened.connect();
  await opened.useSpaces();
  await portal.post('/v1/findings', { findings: [finding()] });
  await opened.settle();
  return opened;
}
afterEach(() => {
  world.close();
});

/** A person splits the work: another issue of the product team, linked to the security issue. */
function splitOff(project = 'WEB'): string {
  const fields = {
    project: { key: project },
    issuetype: { id: world.ref('type', project, 'Task').id ?? '' },
    summary: 'The other half',
  };
  const as = PEOPLE.admin;
  const path = '/rest/api/3/issue';
  const { data } = world.site.call({ method: 'POST', path, as, body: { fields } });
  const key = data.key as string;
  const link = { type: { name: 'Relates' }, inwardIssue: { key }, outwardIssue: { key: 'SEC-1' } };
  world.site.call({ method: 'POST', path: '/rest/api/3/issueLink', as, body: link });
  return key;
}

const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * 60_000 });

test('the security issue waits for all product issues, also those that people linked to it', async () => {
  const other = splitOff();
  await world.settle();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(5);
  expect(world.statusOf('SEC-1')).toBe('Open');
  world.move(other, 'Done', PEOPLE.developer);
  await pass(65);
  expect(world.statusOf('SEC-1')).toBe('Closed');
});

test('one of several product issues is enough where any will do', async () => {
  await world.save('closing', { when: 'any' });
  const other = splitOff();
  await world.settle();
  world.move(other, 'Done', PEOPLE.developer);
  await pass(65);
  expect(world.statusOf('SEC-1')).toBe('Closed');
  expect(world.statusOf('WEB-1')).not.toBe('Done');
});

test('linked issues of other projects keep nothing open', async () => {
  splitOff('OPS');
  await world.settle();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(5);
  expect(world.statusOf('SEC-1')).toBe('Closed');
});

test('the security issue is opened again when one of its product issues is', async () => {
  const other = splitOff();
  world.move(other, 'Done', PEOPLE.developer);
  await world.settle();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(5);
  expect(world.statusOf('SEC-1')).toBe('Closed');
  world.move(other, 'To Do', PEOPLE.developer);
  await pass(130);
  expect(world.statusOf('SEC-1')).toBe('Open');
});

test('without a single event the hourly look finds what was linked, and that all are done', async () => {
  world.close();
  world = await open({ eventDelayMs: () => 30 * 86_400_000 });
  const other = splitOff();
  await pass(65);
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await pass(65);
  expect(world.statusOf('SEC-1')).toBe('Open');
  world.move(other, 'Done', PEOPLE.developer);
  await pass(130);
  expect(world.statusOf('SEC-1')).toBe('Closed');
});
