import { fail } from '../sandbox/faults';
import { createWorld, type Portal, type World } from '../support/world';
import { ask, checksOf, find, notOk } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

const role = 'atlassian-addons-project-access';
const priority = (name: string) => find(world, '/rest/api/3/priority/search', name);
const component = (name: string) => find(world, '/rest/api/3/project/PAY/components', name);

async function use(project: string, more: object = {}, issueType = 'Task'): Promise<void> {
  await world.save('spaces', {
    product: {
      enabled: true,
      project: world.ref('project', project),
      issueType: world.ref('type', project, issueType),
      ...more,
    },
  });
}
const product = () => checksOf(world, portal.key, 'product');

test('a connection that called and a space where everything works are green throughout', async () => {
  await use('WEB', { resolvedStatus: world.ref('status', 'WEB', 'Done') });
  await portal.get('/v1/ping');
  expect(notOk(await checksOf(world, portal.key, 'connection'))).toEqual([]);
  const checks = await product();
  expect(notOk(checks)).toEqual([]);
  expect(Object.keys(checks)).toEqual([
    'Space',
    'What the app may do',
    'Issue type',
    'Required fields',
    'Priority',
    'Due date field',
    'Status Done',
  ]);
});

test('a connection that never called, that is off, paused or without credentials, says so', async () => {
  const connection = () => checksOf(world, portal.key, 'connection');
  expect((await connection())['Last call']).toMatchObject({ result: 'unverified' });
  await portal.raw('GET', '/v1/ping', {});
  expect((await connection())['Last error']).toMatchObject({
    result: 'problem',
    detail: expect.stringContaining('The call was not signed. (401)') as string,
  });
  world.clock.advance(60_000);
  await portal.get('/v1/ping');
  expect((await connection())['Last error']).toMatchObject({ result: 'ok' });
  await world.admin('connections.setPaused', { connection: portal.key, paused: true });
  await world.admin('connections.setEnabled', { connection: portal.key, enabled: false });
  world.host.kvs.handle('/api/v1/secret/delete', JSON.stringify({ key: `connection:${portal.key}` }));
  expect(notOk(await connection()).map(({ what }) => what)).toEqual([
    'Credentials',
    'Switched off',
    'Paused',
    'Team spaces',
  ]);
});

test('every problem names its cause and its fix', async () => {
  await use('PAY', { components: [{ id: '99999', name: 'Gone' }] });
  world.site.revoke('PAY', 'CREATE_ISSUES', role);
  for (const check of notOk(await product()).filter(({ result }) => result === 'problem')) {
    expect(check.detail).toMatch(/\.$/);
    expect(check.fix).toMatch(/\.$/);
  }
});

test('a missing permission is named with the role that lacks it', async () => {
  await use('WEB');
  world.site.revoke('WEB', 'TRANSITION_ISSUES', role);
  world.site.revoke('WEB', 'ADD_COMMENTS', role);
  expect((await product())['What the app may do']).toEqual({
    what: 'What the app may do',
    result: 'problem',
    detail: 'The app may not move issues, comment in Web shop.',
    fix: expect.stringContaining(
      'atlassian-addons-project-access these permissions in the permission scheme of Web shop: TRANSITION_ISSUES, ADD_COMMENTS',
    ) as string,
  });
});

test.each([
  ['DELETE_ISSUES', () => world.save('deleting', { enabled: true })],
  ['LINK_ISSUES', () => world.useSpaces()],
  ['ASSIGN_ISSUES', () => use('WEB', { assignee: { id: '5b10a00000000product0developer' } })],
  ['SCHEDULE_ISSUES', () => use('WEB')],
])('the permission %s is needed only where the settings ask for it', async (permission, ask_) => {
  await use('WEB', { dueDateField: null });
  world.site.revoke('WEB', permission, role);
  expect((await product())['What the app may do']).toMatchObject({ result: 'ok' });
  await ask_();
  expect((await product())['What the app may do']).toMatchObject({ result: 'problem' });
});

test('a project that is gone, hidden or archived is the only thing said of its space', async () => {
  await use('WEB');
  world.site.archiveProject('WEB');
  expect(Object.values(await product())).toMatchObject([
    { what: 'Space', result: 'problem', detail: expect.stringContaining('is archived') as string },
  ]);
  world.site.trashProject('WEB');
  expect(Object.values(await product())).toMatchObject([
    {
      what: 'Space',
      result: 'problem',
      detail: expect.stringContaining('does not exist any more') as string,
    },
  ]);
  world.site.restoreProject('WEB');
  world.site.revoke('WEB', 'BROWSE_PROJECTS', role);
  expect(Object.values(await product())).toMatchObject([{ what: 'Space', result: 'problem' }]);
});

test('an issue type of another project, or of sub-tasks, is a problem', async () => {
  await use('SEC', { issueType: world.ref('type', 'APP', 'Task') });
  expect((await product())['Issue type']).toMatchObject({ result: 'problem' });
  await use('SEC', { issueType: world.ref('type', 'SEC', 'Sub-task') });
  expect((await product())['Issue type']).toMatchObject({
    result: 'problem',
    detail: expect.stringContaining('sub-tasks') as string,
  });
});

test('issue types by kind are checked each, by name', async () => {
  await use('SEC', {
    issueTypeByKind: {
      security_incident: world.ref('type', 'SEC', 'Bug'),
      scheduled_task: { id: '1', name: 'Gone' },
    },
  });
  const checks = await product();
  expect(checks['Issue type (Task)']).toMatchObject({ result: 'ok' });
  expect(checks['Issue type (Bug)']).toMatchObject({ result: 'ok' });
  expect(checks['Issue type (Gone)']).toMatchObject({ result: 'problem' });
  expect(checks['A done status (Bug)']).toMatchObject({ result: 'ok' });
});

test('required fields that nothing fills are named; those with a fixed value are fine', async () => {
  await use('PAY');
  expect(notOk(await product()).map(({ what }) => what)).toEqual([
    'Required field Components',
    'Required field Environment type',
  ]);
  const fields = world.site.call({ path: '/rest/api/3/field', as: '5b10a0000000000000site0admin' })
    .value as unknown as { id: string; name: string }[];
  const environment = fields.find(({ name }) => name === 'Environment type')?.id ?? '';
  await world.save('fields', { fixed: { [environment]: { value: 'Production' } } });
  await use('PAY', { components: [component('Checkout')] });
  const checks = await product();
  expect(checks['Required fields']).toMatchObject({ result: 'ok' });
  expect(checks.Components).toMatchObject({ result: 'ok', detail: 'Checkout' });
});

test('a component that was removed is a problem', async () => {
  await use('PAY', { components: [component('Checkout'), component('Ledger')] });
  world.site.removeComponent('PAY', 'Ledger');
  expect((await product()).Components).toMatchObject({
    result: 'problem',
    detail: 'Ledger does not exist in the space.',
  });
});

test("priorities of another scheme are a problem, and a project's own are not", async () => {
  await use('OPS', { priorities: { enabled: true, map: { high: priority('High'), low: priority('P3') } } });
  expect((await product()).Priority).toMatchObject({
    result: 'problem',
    detail: "High (for high) does not belong to the space's priority scheme.",
    fix: 'Choose among P1, P2, P3 under Team spaces.',
  });
  await use('OPS', { priorities: { enabled: true, map: { high: priority('P1') } } });
  expect((await product()).Priority).toMatchObject({ result: 'ok' });
});

test('a project without priorities is no error', async () => {
  await use('APP', { priorities: { enabled: true, map: { high: priority('High') } } });
  expect((await product()).Priority).toMatchObject({ result: 'ok' });
});

test('a due date field that is not on the create screen is a problem', async () => {
  await use('WEB', { dueDateField: { id: 'customfield_99999', name: 'Fix by' } });
  expect((await product())['Due date field']).toMatchObject({
    result: 'problem',
    detail: 'Fix by is not on the create screen, so new issues come without it.',
  });
});

test('a status that nothing leads to, or that the workflow does not have, is a problem', async () => {
  await use('OPS', {
    resolvedStatus: world.ref('status', 'OPS', 'Done'),
    rejectedStatus: world.ref('status', 'OPS', 'Risk accepted'),
    statuses: {
      verified: {
        jira: [world.ref('status', 'OPS', 'In Progress'), world.ref('status', 'SEC', 'Fixed')],
        direction: 'both',
      },
      assigned: { jira: [world.ref('status', 'SEC', 'In review')], direction: 'to_portal' },
    },
  });
  const checks = await product();
  expect(checks['Status Done']).toMatchObject({ result: 'ok', detail: 'For resolved findings.' });
  expect(checks['Status In Progress']).toMatchObject({ result: 'ok', detail: 'For verified findings.' });
  expect(checks['Status Risk accepted']).toMatchObject({
    result: 'problem',
    detail: 'No transitions lead from a new issue to Risk accepted; it is chosen for rejected findings.',
  });
  expect(checks['Status Fixed']).toMatchObject({
    result: 'problem',
    detail: expect.stringContaining('The workflow has no status Fixed') as string,
  });
  expect(checks['Status In review']).toBeUndefined();
});

test('the closing status is looked for in the security space', async () => {
  await world.useSpaces();
  await world.save('closing', { status: world.ref('status', 'WEB', 'Done') });
  const checks = await checksOf(world, portal.key, 'security');
  expect(checks['Status Done']).toMatchObject({
    result: 'problem',
    detail: expect.stringContaining('closing after the product issue') as string,
  });
  await world.save('closing', { status: world.ref('status', 'SEC', 'Closed') });
  expect(notOk(await checksOf(world, portal.key, 'security'))).toEqual([]);
});

test('where Jira refuses the workflow, no status is green', async () => {
  await use('WEB', { resolvedStatus: world.ref('status', 'WEB', 'Done') });
  world.host.faults.add(fail(403, { path: /\/workflows$/, times: Infinity }));
  const checks = await product();
  expect(Object.keys(checks).filter((what) => what.startsWith('Status'))).toEqual(['Statuses']);
  expect(checks.Statuses).toMatchObject({ result: 'unverified' });
});

test('where Jira refuses the app the workflow, it is checked as the admin sees it', async () => {
  await use('WEB', { resolvedStatus: world.ref('status', 'WEB', 'Done') });
  world.site.setOption('refuseWorkflowsToApp', true);
  expect((await product())['Status Done']).toMatchObject({ result: 'ok' });
});

test('what Jira does not answer just now is not verified', async () => {
  await use('WEB');
  world.host.faults.add({
    type: 'call',
    when: { path: /mypermissions.*projectId|createmeta/, times: Infinity },
    effect: { type: 'answer', status: 502, headers: {}, body: '' },
  });
  const checks = await product();
  expect(notOk(checks).map(({ what, result }) => [what, result])).toEqual([
    ['What the app may do', 'unverified'],
    ['Fields on the create screen', 'unverified'],
  ]);
});

test('a workflow that was just changed in Jira is seen at once', async () => {
  await use('OPS', { rejectedStatus: world.ref('status', 'OPS', 'Risk accepted') });
  expect((await product())['Status Risk accepted']).toMatchObject({ result: 'problem' });
  world.site.setWorkflow('OPS', {
    name: 'Operations workflow',
    statuses: [
      { name: 'To Do', category: 'TODO' },
      { name: 'Risk accepted', category: 'DONE' },
    ],
    transitions: [{ name: 'Accept', from: ['To Do'], to: 'Risk accepted' }],
  });
  expect((await product())['Status Risk accepted']).toMatchObject({ result: 'ok' });
});

test('products that go elsewhere are checked with their own values, by name', async () => {
  await use('WEB');
  await world.save('products', {
    shop: { product: { project: world.ref('project', 'OPS'), issueType: world.ref('type', 'OPS', 'Task') } },
    same: { product: { enabled: true } },
    off: { product: { enabled: false } },
  });
  world.site.archiveProject('OPS');
  const checks = await product();
  expect(checks.Space).toMatchObject({ result: 'ok' });
  expect(checks['shop: Space']).toMatchObject({ result: 'problem' });
  expect(Object.keys(checks).some((what) => /^(same|off):/.test(what))).toBe(false);
});

test('a connection that is not there cannot be tested', async () => {
  expect(await ask(world, 'connections.test', { connection: '0123456789abcdef' })).toMatchObject({
    error: { code: 'not_found' },
  });
});
