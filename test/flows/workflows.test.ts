import { fail, rateLimit, timeOutBefore } from '../sandbox/faults';
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

async function send(one: Record<string, unknown>): Promise<{ state: string; reason?: string }> {
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
  const { json } = await portal.post('/v1/findings/lookup', { ids: [one.id] });
  return (json as { state: string; reason?: string }[])[0] ?? { state: 'none' };
}

/** The payments space: components and an option field are required, and so is a resolution when closing. */
async function usePayments(): Promise<void> {
  const fields = world.site.call({ path: '/rest/api/3/field', as: PEOPLE.admin }).value as {
    id: string;
    name: string;
  }[];
  const environment = fields.find(({ name }) => name === 'Environment type')?.id ?? '';
  const components = world.site.call({ path: '/rest/api/3/project/PAY/components', as: PEOPLE.admin })
    .value as { id: string }[];
  await world.save('fields', { fixed: { [environment]: { value: 'Production' } } });
  await world.useSpaces({ product: 'PAY', security: null }, { components: [{ id: components[0]?.id }] });
}

test('required fields are filled from the settings, and a required resolution is found', async () => {
  await usePayments();
  const one = finding();
  expect(await send(one)).toMatchObject({ state: 'synced' });
  expect(await send({ ...one, status: 'resolved' })).toMatchObject({ state: 'synced' });
  expect(world.statusOf('PAY-1')).toBe('Done');
  expect(world.fields('PAY-1').resolution).not.toBeNull();
});

test('what a transition demands is asked once for all issues that take it', async () => {
  await usePayments();
  const some = Array.from({ length: 10 }, (_, n) => finding({ id: `F-${String(n)}` }));
  await portal.post('/v1/findings', { findings: some });
  await world.settle();
  world.jiraCalls();
  await portal.post('/v1/findings', { findings: some.map((one) => ({ ...one, status: 'resolved' })) });
  await world.settle();
  expect(world.statusOf('PAY-10')).toBe('Done');
  // The first move is refused, its issue shows the screen, and the move is made again: two calls more than one each.
  expect(world.jiraCalls().filter((call) => call.includes('/transitions'))).toHaveLength(12);
  expect(world.fields('PAY-10').resolution).not.toBeNull();
});

test('a rejected finding is not closed as if it were fixed', async () => {
  await usePayments();
  const one = finding();
  await send(one);
  await send({ ...one, status: 'rejected' });
  expect(world.fields('PAY-1').resolution).toMatchObject({
    name: expect.stringMatching(/won.t/i) as unknown,
  });
});

test('a status that no transition reaches leaves the issue where it is, and says so', async () => {
  await world.useSpaces(
    { product: 'OPS', security: null },
    { rejectedStatus: world.ref('status', 'OPS', 'Risk accepted') },
  );
  await world.save('spaces', {
    product: {
      enabled: true,
      project: world.ref('project', 'OPS'),
      issueType: world.ref('type', 'OPS', 'Task'),
      statuses: { rejected: { jira: [world.ref('status', 'OPS', 'Risk accepted')], direction: 'both' } },
    },
  });
  const one = finding();
  await send(one);
  const { state, reason } = await send({ ...one, status: 'rejected' });
  expect(state).toBe('held');
  expect(reason).toContain('no way from To Do to Risk accepted');
  expect(world.statusOf('OPS-1')).toBe('To Do');
});

test('the first reachable status of a mapping is taken', async () => {
  const statuses = {
    rejected: {
      jira: [world.ref('status', 'OPS', 'Risk accepted'), world.ref('status', 'OPS', 'Done')],
      direction: 'both',
    },
  };
  await world.useSpaces({ product: 'OPS', security: null }, { statuses });
  const one = finding();
  await send(one);
  expect(await send({ ...one, status: 'rejected' })).toMatchObject({ state: 'synced' });
  expect(world.statusOf('OPS-1')).toBe('Done');
});

test.each([
  ['SEC', 'Closed'],
  ['OPS', 'Done'],
])(
  'an issue in %s is moved over several steps with the graph that the admin read who saved the space',
  async (project, done) => {
    world.site.setOption('refuseWorkflowsToApp', true);
    await world.useSpaces({ product: project, security: null });
    const one = finding();
    await send(one);
    expect(await send({ ...one, status: 'resolved' })).toMatchObject({ state: 'synced' });
    expect(world.statusOf(`${project}-1`)).toBe(done);
  },
);

test.each(['WEB', 'SEC', 'APP', 'OPS'])(
  'an issue in %s is closed and reopened also where Jira refuses everybody the graph',
  async (project) => {
    world.host.faults.add(fail(403, { path: /\/workflows$/, times: Infinity }));
    await world.useSpaces({ product: project, security: null });
    const one = finding();
    await send(one);
    const closed = await send({ ...one, status: 'resolved' });
    const isOneStepAway = project === 'WEB' || project === 'APP';
    expect(closed.state).toBe(isOneStepAway ? 'synced' : 'held');
    if (!isOneStepAway) return;
    expect(world.statusOf(`${project}-1`)).toBe('Done');
    await send({ ...one, status: 'verified' });
    expect(world.statusOf(`${project}-1`)).not.toBe('Done');
  },
);

test('a wanted first status comes with the create call and is confirmed', async () => {
  const statuses = { verified: { jira: [world.ref('status', 'WEB', 'In Progress')], direction: 'both' } };
  await world.useSpaces({ product: 'WEB', security: null }, { statuses });
  world.jiraCalls();
  await send(finding());
  expect(world.statusOf('WEB-1')).toBe('In Progress');
  const writes = world.jiraCalls().filter((call) => !call.startsWith('GET') && !call.includes('/workflows'));
  expect(writes).toEqual(['POST /rest/api/3/issue/bulk', 'POST /rest/api/3/issue/bulkfetch']);
});

test('a project without priorities is no error', async () => {
  const priorities = { enabled: true, map: { high: { id: '2' } } };
  await world.useSpaces({ product: 'APP', security: null }, { priorities });
  expect(await send(finding())).toMatchObject({ state: 'synced' });
});

test('an issue that was moved to another project is followed', async () => {
  await world.useSpaces();
  const one = finding({ id: 'F-1' });
  await send(one);
  const key = world.site.moveIssue('WEB-1', 'APP', PEOPLE.admin, 'Task');
  await send({ ...one, status: 'resolved' });
  expect(world.statusOf(key)).toBe('Done');
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(json).toMatchObject([{ state: 'synced', issues: { product: { key } } }]);
});

test('an archived project holds findings back instead of losing them', async () => {
  await world.useSpaces({ product: 'WEB', security: null });
  world.site.archiveProject('WEB');
  expect(await send(finding({ id: 'F-1' }))).toMatchObject({ state: 'held' });
  world.site.unarchiveProject('WEB');
  await world.admin('activity.retry', {});
  await world.settle();
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(json).toMatchObject([{ state: 'synced' }]);
});

test('an assignee that Jira refuses never blocks', async () => {
  await world.useSpaces({ product: 'WEB', security: null });
  expect(await send(finding({ assignee: { accountId: 'nobody-by-that-id' } }))).toMatchObject({
    state: 'synced',
  });
});

test('a change that Jira answers with a conflict is sent again', async () => {
  await world.useSpaces({ product: 'WEB', security: null });
  const one = finding();
  await send(one);
  world.site.conflictOn('WEB-1');
  expect(await send({ ...one, title: 'Changed' })).toMatchObject({ state: 'synced' });
  expect(world.fields('WEB-1').summary).toBe('Changed');
});

test('a label that somebody already put on the issue is not sent', async () => {
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', tags: ['sast'] })] });
  await world.settle();
  world.site.call({
    method: 'PUT',
    path: '/rest/api/3/issue/WEB-1',
    as: PEOPLE.developer,
    body: { update: { labels: [{ add: 'dast' }] } },
  });
  world.jiraCalls();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', tags: ['sast', 'dast'] })] });
  await world.settle();
  expect(world.jiraCalls().filter((call) => call.startsWith('PUT'))).toEqual([]);
});

test('labels of people stay, and only labels of the app are taken away again', async () => {
  await world.useSpaces({ product: 'WEB', security: null });
  const one = finding({ tags: ['sast', 'has space'] });
  await send(one);
  world.site.call({
    method: 'PUT',
    path: '/rest/api/3/issue/WEB-1',
    as: PEOPLE.developer,
    body: { update: { labels: [{ add: 'theirs' }] } },
  });
  await send({ ...one, tags: ['dast'] });
  expect([...(world.fields('WEB-1').labels as unknown as string[])].sort()).toEqual(['dast', 'theirs']);
});

const move = { method: 'POST', path: /\/transitions$/ };

test.each([
  ['a 503', fail(503, { path: /\/workflows$/, times: 5 })],
  ['no answer', timeOutBefore({ path: /\/workflows$/, times: 5 })],
  ['a limit', rateLimit({ path: /\/workflows$/, times: 5, retryAfter: 20 })],
])(
  'while %s stands for the workflow, findings wait and are not held up as out of reach',
  async (_name, fault) => {
    await world.useSpaces({ product: 'OPS', security: null });
    const one = finding({ id: 'F-1' });
    await send(one);
    // What is remembered of the workflow is an hour old.
    world.clock.advance(2 * 60 * 60_000);
    world.host.faults.add(fault);
    await portal.post('/v1/findings', { findings: [{ ...one, status: 'resolved' }] });
    await world.settle(0.1);
    const waiting = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
    expect(waiting.json).toMatchObject([{ state: 'pending' }]);
    await world.settle();
    expect(world.statusOf('OPS-1')).toBe('Done');
    const settled = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
    expect(settled.json).toMatchObject([{ state: 'synced' }]);
  },
);

test('an issue that got stuck on its way out of done is not taken for done', async () => {
  const [product, security] = ['OPS', 'APP'].map((key) => ({
    enabled: true,
    project: world.ref('project', key),
    issueType: world.ref('type', key, 'Task'),
  }));
  const verified = { jira: [world.ref('status', 'OPS', 'In Progress')], direction: 'both' };
  await world.save('spaces', { product: { ...product, statuses: { verified } }, security });
  const one = finding();
  await send(one);
  await send({ ...one, status: 'resolved' });
  world.host.faults.add(
    fail(503, { ...move, path: new RegExp(`/${issueId('OPS-1')}/transitions`), nth: 2, times: Infinity }),
  );
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle(0.5);
  expect([world.statusOf('OPS-1'), world.statusOf('APP-1')]).toEqual(['To Do', 'To Do']);
  world.move('APP-1', 'In Progress', PEOPLE.engineer);
  await world.settle(0.3);
  expect(world.statusOf('APP-1')).toBe('In Progress');
});

test('an issue that stands in a status which its workflow has lost is told by the name of that status', async () => {
  await world.useSpaces({ product: 'SEC', security: null });
  const one = finding({ id: 'F-1' });
  await send(one);
  world.move('SEC-1', 'In review');
  await world.settle();
  world.site.setWorkflow('SEC', {
    name: 'Another workflow',
    statuses: [
      { name: 'Open', category: 'TODO' },
      { name: 'Finished', category: 'DONE' },
    ],
    transitions: [{ name: 'Finish', from: ['Open'], to: 'Finished' }],
  });
  await send({ ...one, status: 'resolved' });
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(json).toMatchObject([
    { state: 'held', reason: expect.stringContaining('no way from In review to Finished') as unknown },
  ]);
});

function issueId(key: string): string {
  return [...world.site.world.state.issues.values()].find((issue) => issue.key === key)?.id ?? '';
}
