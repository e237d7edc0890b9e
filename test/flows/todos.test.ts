import { PEOPLE } from '../sandbox/jira/seed';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
});
afterEach(() => {
  world.close();
});

const daysMs = 86_400_000;
const exists = (key: string) =>
  world.site.call({ path: `/rest/api/3/issue/${key}`, as: PEOPLE.admin }).status === 200;

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

async function pass(ms: number): Promise<void> {
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: ms });
}

async function look(id: string): Promise<unknown> {
  return ((await portal.post('/v1/findings/lookup', { ids: [id] })).json as unknown[])[0];
}

test('an accepted risk reopens by itself after its last day', async () => {
  await world.useSpaces({}, { statuses: { temporarily_risk_accepted: { jira: [], direction: 'both' } } });
  const one = finding({ id: 'F-1' });
  await send(one);
  world.move('WEB-1', 'Done');
  await send({ ...one, status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-16' });
  expect(world.statusOf('WEB-1')).toBe('Done');
  await pass(daysMs);
  expect(world.statusOf('WEB-1')).toBe('Done');
  await pass(daysMs);
  expect(world.statusOf('WEB-1')).not.toBe('Done');
});

test('issues of rejected findings are deleted after their grace, but not those that people worked on', async () => {
  await world.save('deleting', { enabled: true, graceDays: 1 });
  const [one, two] = [finding({ id: 'F-1' }), finding({ id: 'F-2' })];
  await send(one, two);
  const note = {
    version: 1,
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'On it' }] }],
  };
  world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue/WEB-2/comment',
    as: PEOPLE.developer,
    body: { body: note },
  });
  await send({ ...one, status: 'rejected' }, { ...two, status: 'rejected' });
  expect(exists('WEB-1')).toBe(true);
  await pass(daysMs + 600_000);
  expect(['WEB-1', 'SEC-1', 'WEB-2', 'SEC-2'].map(exists)).toEqual([false, false, true, false]);
  expect(await look('F-1')).toMatchObject({ state: 'deleted' });
  expect(await look('F-2')).toMatchObject({ state: 'synced' });
});

test('a rejected finding that is verified again within its grace keeps its issues', async () => {
  await world.save('deleting', { enabled: true, graceDays: 2 });
  const one = finding({ id: 'F-1' });
  await send(one);
  await send({ ...one, status: 'rejected' });
  await send({ ...one, status: 'verified' });
  await pass(3 * daysMs);
  expect(exists('WEB-1')).toBe(true);
  expect(world.statusOf('WEB-1')).toBe('To Do');
});

test('switching deleting off stops the deletions whose grace runs', async () => {
  await world.useSpaces({ security: null }, { rejectedStatus: world.ref('status', 'WEB', 'Done') });
  await world.save('deleting', { enabled: true, graceDays: 1 });
  const one = finding({ id: 'F-1' });
  await send(one);
  await send({ ...one, status: 'rejected' });
  await world.save('deleting', { enabled: false, graceDays: 1 });
  await pass(daysMs + 600_000);
  expect(exists('WEB-1')).toBe(true);
  expect(world.statusOf('WEB-1')).toBe('Done');
  expect(await look('F-1')).toMatchObject({ state: 'synced' });
});

test('with deleting off, what the portal deletes may go, but nothing that is only rejected', async () => {
  await world.useSpaces({ security: null });
  await world.save('deleting', { enabled: true, graceDays: 1 });
  const rejected = ['F-1', 'F-2'].map((id) => finding({ id, status: 'rejected' }));
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  await send(...rejected);
  await world.save('deleting', { enabled: false, goneFromPortal: 'delete', graceDays: 1 });
  await portal.post('/v1/findings/delete', { ids: ['F-2'] });
  await pass(daysMs + 600_000);
  expect(['WEB-1', 'WEB-2'].map(exists)).toEqual([true, false]);
});

test('no more issues are deleted in an hour than the cap allows', async () => {
  await world.useSpaces({ security: null });
  await world.save('deleting', { enabled: true, graceDays: 0, hourlyCap: 2 });
  const some = [1, 2, 3].map((n) => finding({ id: `F-${String(n)}` }));
  await send(...some);
  await send(...some.map((one) => ({ ...one, status: 'rejected' })));
  await pass(10 * 60_000);
  expect(['WEB-1', 'WEB-2', 'WEB-3'].filter(exists)).toHaveLength(1);
  await pass(60 * 60_000);
  expect(['WEB-1', 'WEB-2', 'WEB-3'].filter(exists)).toHaveLength(0);
});

test('what lies above the hourly cap is not even read: an hour costs what it deletes', async () => {
  await world.useSpaces({ security: null });
  await world.save('deleting', { enabled: true, graceDays: 0, hourlyCap: 5 });
  const some = Array.from({ length: 40 }, (_, n) => finding({ id: `F-${String(n)}` }));
  await send(...some);
  await send(...some.map((one) => ({ ...one, status: 'rejected' })));
  const from = world.host.recorder.calls.length;
  await pass(10 * 60_000);
  const read = world.host.recorder.calls
    .slice(from)
    .map(({ body }) => body as { issueIdsOrKeys?: string[]; expand?: string[] } | undefined)
    .flatMap((body) => (body?.expand?.includes('changelog') ? (body.issueIdsOrKeys ?? []) : []));
  expect(read.length).toBeLessThanOrEqual(10);
  await pass(9 * 60 * 60_000);
  expect(some.map((_, n) => `WEB-${String(n + 1)}`).filter(exists)).toHaveLength(0);
});

test('a finding deleted in the portal is closed, and one that comes back reopens its issue', async () => {
  const one = finding({ id: 'F-1' });
  await send(one);
  const answer = await portal.post('/v1/findings/delete', { ids: ['F-1', 'never-seen'] });
  expect(answer.status).toBe(202);
  await world.settle();
  expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['Done', 'Closed']);
  expect(await look('F-1')).toMatchObject({ state: 'synced' });
  await send(one);
  expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['To Do', 'Open']);
});

test.each([
  ['leave', ['To Do', true]],
  ['delete', [undefined, false]],
] as const)(
  'a finding deleted in the portal with the setting %s',
  async (goneFromPortal, [status, stays]) => {
    await world.useSpaces({ security: null });
    await world.save('deleting', { goneFromPortal });
    await send(finding({ id: 'F-1' }));
    await portal.post('/v1/findings/delete', { ids: ['F-1'] });
    await world.settle();
    expect(exists('WEB-1')).toBe(stays);
    if (status !== undefined) expect(world.statusOf('WEB-1')).toBe(status);
  },
);

test('a complete report resolves what it no longer holds, and nothing of other products', async () => {
  const text = readFileSync(join(__dirname, '../fixtures/eslint.sarif'), 'utf8');
  const report = JSON.parse(text) as { runs: { results: unknown[] }[] };
  for (const product of ['shop', 'blog'])
    await portal.post(`/v1/products/${product}/reports/sarif?complete=true`, report);
  await world.settle();
  const before = [...world.site.world.state.issues.values()].length;
  report.runs[0]?.results.splice(0, 3);
  await portal.post('/v1/products/shop/reports/sarif?complete=true', report);
  await world.settle();
  const issues = [...world.site.world.state.issues.values()];
  const done = issues.filter(({ key }) => world.statusOf(key) === 'Done' || world.statusOf(key) === 'Closed');
  expect(issues).toHaveLength(before);
  expect(done).toHaveLength(6);
});
