import { crashBeforeCall, fail, failStorage } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

const hours = (n: number) => world.host.runUntilIdle({ schedules: true, maxVirtualMs: n * 60 * 60_000 });
const keys = Array.from({ length: 9 }, (_, n) => `WEB-${String(n + 1)}`);
const ids = keys.map((_, n) => `F-${String(n)}`);
const held = async () => (await world.admin('activity.list', {})).held;
const statuses = () => keys.map((key) => world.statusOf(key));

/** Nine findings that are gone from the portal; whoever closes the issue of the fifth dies over it. */
async function poisoned(effect = crashBeforeCall): Promise<() => void> {
  await portal.post('/v1/findings', { findings: ids.map((id) => finding({ id })) });
  await world.settle();
  const path = new RegExp(`/issue/${world.site.issue('WEB-5').id}/transitions`);
  const mend = world.host.faults.add(effect({ path, method: 'POST', times: Infinity }));
  await portal.post('/v1/findings/delete', { ids });
  return mend;
}

test('a todo that kills every process that works on it is parked alone, and its neighbours are done', async () => {
  const mend = await poisoned();
  await hours(2);
  expect(statuses()).toEqual(keys.map((key) => (key === 'WEB-5' ? 'To Do' : 'Done')));
  expect(await held()).toMatchObject([{ findings: 1, reason: { code: 'appFailed' } }]);
  mend();
  await world.admin('activity.retry', {});
  await hours(1);
  expect(world.statusOf('WEB-5')).toBe('Done');
  expect(await held()).toEqual([]);
});

test('tried again it goes alone, and holds up nobody a second time', async () => {
  await poisoned();
  await hours(2);
  await world.admin('activity.retry', {});
  await portal.post('/v1/findings', {
    findings: ids.filter((id) => id !== 'F-4').map((id) => finding({ id })),
  });
  await world.settle();
  await portal.post('/v1/findings/delete', { ids: ids.filter((id) => id !== 'F-4') });
  await world.settle();
  expect(statuses()).toEqual(keys.map((key) => (key === 'WEB-5' ? 'To Do' : 'Done')));
});

test('storage that fails for a while parks no todo', async () => {
  await portal.post('/v1/findings', { findings: ids.map((id) => finding({ id })) });
  await world.settle();
  await portal.post('/v1/findings/delete', { ids });
  world.host.faults.add(failStorage(503, 'SERVICE_UNAVAILABLE', { path: /transaction/, times: 40 }));
  await hours(2);
  expect(statuses()).toEqual(keys.map(() => 'Done'));
  expect(await held()).toEqual([]);
});

test('a todo costs no more of storage than before: who begins is noted with the lease', async () => {
  await portal.post('/v1/findings', { findings: ids.map((id) => finding({ id })) });
  await world.settle();
  await portal.post('/v1/findings/delete', { ids });
  await world.host.runUntilIdle({ maxVirtualMs: 0 });
  const transactions = () =>
    world.host.journal.entries.filter(({ kind, text }) => kind === 'storage' && /transact/.test(text)).length;
  const before = transactions();
  await world.settle();
  expect(transactions() - before).toBeLessThanOrEqual(6);
});

test('with a Jira that fails on one issue its neighbours are done too', async () => {
  await poisoned((when) => fail(500, when));
  await hours(1);
  expect(statuses()).toEqual(keys.map((key) => (key === 'WEB-5' ? 'To Do' : 'Done')));
});
