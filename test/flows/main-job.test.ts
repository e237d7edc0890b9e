import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

test('a finding becomes linked issues in both spaces', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  const posted = await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  expect(posted).toMatchObject({ status: 202, json: { accepted: 1, rejected: [] } });
  await world.settle();
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(looked.json).toMatchObject([
    { id: 'F-1', state: 'synced', issues: { product: { key: 'WEB-1' }, security: { key: 'SEC-1' } } },
  ]);
  expect(world.fields('WEB-1').issuelinks).toHaveLength(1);
});

test('the security issue follows when the product issue is done: move, confirm, comment', async () => {
  const portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  world.jiraCalls();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('APP-1')).toBe('Done');
  const calls = world.jiraCalls();
  expect(calls.filter((call) => !call.includes('/workflows'))).toEqual([
    expect.stringMatching(/^POST .*\/transitions$/),
    'POST /rest/api/3/issue/bulkfetch',
    expect.stringMatching(/^POST .*\/comment$/),
  ]);
});

test('a workflow of several steps is walked to its end', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-1')).toBe('Closed');
});

test('reopening the product issue reopens the security issue that was closed for it', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  world.move('WEB-1', 'To Do', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-1')).toBe('Open');
});

test('events of issues that are not ours are not invoked', async () => {
  await world.connect();
  const { data } = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.developer,
    body: {
      fields: {
        project: { key: 'WEB' },
        issuetype: { id: world.ref('type', 'WEB', 'Task').id ?? '' },
        summary: 'Something else',
      },
    },
  });
  world.move(data.key as string, 'Done', PEOPLE.developer);
  const before = world.host.journal.entries.length;
  await world.settle();
  const after = world.host.journal.entries.slice(before);
  expect(after.filter(({ kind }) => kind === 'invocation')).toEqual([]);
});

test('an identical snapshot makes no Jira call, a changed one makes one edit', async () => {
  const portal = await world.connect();
  await world.useSpaces({ security: null });
  const one = finding();
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  world.jiraCalls();
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  expect(world.jiraCalls()).toEqual([]);
  await portal.post('/v1/findings', { findings: [{ ...one, title: 'SQL injection in the order form' }] });
  await world.settle();
  expect(world.jiraCalls()).toEqual(['POST /rest/api/3/issue/bulkfetch', expect.stringMatching(/^PUT /)]);
  expect(world.fields('WEB-1').summary).toBe('SQL injection in the order form');
});

test('a resolved finding closes its issue in one call and confirms it', async () => {
  const portal = await world.connect();
  await world.useSpaces({ security: null });
  const one = finding();
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  world.jiraCalls();
  await portal.post('/v1/findings', { findings: [{ ...one, status: 'resolved' }] });
  await world.settle();
  expect(world.statusOf('WEB-1')).toBe('Done');
  expect(world.jiraCalls()).toEqual([
    expect.stringMatching(/^POST .*\/transitions$/),
    'POST /rest/api/3/issue/bulkfetch',
  ]);
});

test('a resolved finding that comes back reopens the same issue', async () => {
  const portal = await world.connect();
  await world.useSpaces({ security: null });
  const one = finding();
  for (const status of ['verified', 'resolved', 'verified']) {
    await portal.post('/v1/findings', { findings: [{ ...one, status }] });
    await world.settle();
  }
  expect(world.statusOf('WEB-1')).toBe('To Do');
  expect(world.site.call({ path: '/rest/api/3/issue/WEB-2', as: PEOPLE.admin }).status).toBe(404);
});

test.each(['resolved', 'rejected', 'temporarily_risk_accepted'])(
  'a finding first seen %s creates nothing',
  async (status) => {
    const portal = await world.connect();
    await world.useSpaces();
    await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', status })] });
    await world.settle();
    const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
    expect(json).toMatchObject([{ state: 'skipped', issues: {} }]);
  },
);

test("a person's edit of a field stands, and is not read again until the portal changes it", async () => {
  const portal = await world.connect();
  await world.useSpaces({ security: null });
  const one = finding();
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  world.site.call({
    method: 'PUT',
    path: '/rest/api/3/issue/WEB-1',
    as: PEOPLE.developer,
    body: { fields: { summary: 'My words' } },
  });
  await portal.post('/v1/findings', { findings: [{ ...one, title: 'Their words' }] });
  await world.settle();
  expect(world.fields('WEB-1').summary).toBe('My words');
  world.jiraCalls();
  await portal.post('/v1/findings', { findings: [{ ...one, title: 'Their words' }] });
  await world.settle();
  expect(world.jiraCalls()).toEqual([]);
});

test('an older snapshot that comes late changes nothing', async () => {
  const portal = await world.connect();
  await world.useSpaces({ security: null });
  const one = finding({ title: 'New', updatedAt: '2026-01-10T00:00:00Z' });
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  await portal.post('/v1/findings', {
    findings: [{ ...one, title: 'Old', updatedAt: '2026-01-09T00:00:00Z' }],
  });
  await world.settle();
  expect(world.fields('WEB-1').summary).toBe('New');
});

test('a move whose event never came is followed by the hourly pass', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  world.host.faults.add(fail(500, { path: /\/transitions$/, times: 40 }));
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  world.host.faults.clear();
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 100 * 60_000 });
  expect(world.statusOf('SEC-1')).toBe('Closed');
});
