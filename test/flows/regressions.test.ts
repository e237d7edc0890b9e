import { crashAfterCall, fail, timeOutAfter } from '../sandbox/faults';
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

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await pass(10);
}

const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * 60_000 });
const close = (key: string) => world.move(key, 'Done', PEOPLE.developer);
const statuses = (...keys: string[]) => keys.map((key) => world.statusOf(key));

async function forget(): Promise<void> {
  await portal.post('/v1/findings/delete', { ids: ['F-1'] });
  await pass(10);
}
const is = (status: string) => () => send({ ...one, status });

async function closeBoth(): Promise<void> {
  close('APP-1');
  close('WEB-1');
  await pass(5);
}
async function closeProduct(): Promise<void> {
  close('WEB-1');
  await pass(5);
}
async function closeSecurity(): Promise<void> {
  close('APP-1');
  await pass(5);
}

describe.each([
  ['the product issue', closeProduct],
  ['the security issue', closeSecurity],
  ['both issues', closeBoth],
])('after a person closed %s,', (_closed, closing) => {
  test.each([
    ['is deleted in the portal and comes back', forget, one],
    ['is resolved and comes back', is('resolved'), one],
    ['is resolved and comes back with another status', is('resolved'), { ...one, status: 'assigned' }],
    ['is rejected and comes back', is('rejected'), one],
    ['is accepted and comes back', is('temporarily_risk_accepted'), one],
  ])('a finding that %s opens both', async (_name, vanish, back) => {
    await send(one);
    await closing();
    await vanish();
    await send(back);
    expect(statuses('WEB-1', 'APP-1')).toEqual(['To Do', 'To Do']);
  });
});

test('what a person closed while its finding was reported all along stays closed when it is reported again', async () => {
  await send(one);
  await closeProduct();
  world.jiraCalls();
  await send(one);
  expect(statuses('WEB-1', 'APP-1')).toEqual(['Done', 'Done']);
  expect(world.jiraCalls()).toEqual([]);
  await send({ ...one, title: 'Another title' });
  expect(statuses('WEB-1', 'APP-1')).toEqual(['Done', 'Done']);
});

test('a finding that a complete report lacked and a later one holds again opens what a person had closed', async () => {
  const result = (ruleId: string) => ({
    ruleId,
    level: 'error',
    message: { text: `${ruleId} found` },
    locations: [
      { physicalLocation: { artifactLocation: { uri: `src/${ruleId}.ts` }, region: { startLine: 1 } } },
    ],
  });
  const report = async (...rules: string[]) => {
    await portal.post('/v1/products/shop/reports/sarif?complete=true', {
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'scanner' } }, results: rules.map(result) }],
    });
    await pass(10);
  };
  await report('weak-hash', 'xss');
  const key = [...world.site.world.state.issues.values()]
    .map((issue) => issue.key)
    .find((candidate) => JSON.stringify(world.fields(candidate)).includes('weak-hash found'));
  const product = key ?? '';
  expect(product).toMatch(/^WEB-/);
  const security = product.replace('WEB', 'APP');
  close(product);
  await pass(5);
  await report('xss');
  await report('weak-hash', 'xss');
  expect(statuses(product, security)).toEqual(['To Do', 'To Do']);
});

test('a finding that was resolved and came back while its connection was paused opens what a person had closed', async () => {
  await send(one);
  await closeProduct();
  await world.admin('connections.setPaused', { connection: portal.key, paused: true });
  await send({ ...one, status: 'resolved' });
  await send(one);
  await world.admin('connections.setPaused', { connection: portal.key, paused: false });
  await pass(20);
  expect(statuses('WEB-1', 'APP-1')).toEqual(['To Do', 'To Do']);
});

test('with deleting set to leave, a finding that comes back opens what a person closed meanwhile', async () => {
  await world.save('deleting', { goneFromPortal: 'leave' });
  await send(one);
  await forget();
  await closeProduct();
  await send(one);
  expect(statuses('WEB-1', 'APP-1')).toEqual(['To Do', 'To Do']);
});

test('long after a person closed its issue, a finding that comes back gets a new one where that is wanted', async () => {
  await world.save('reopening', { newIssueAfterDays: 300 });
  await send(one);
  await closeProduct();
  await forget();
  world.clock.advance(365 * dayMs);
  await send(one);
  expect(statuses('WEB-1', 'APP-1', 'WEB-2', 'APP-2')).toEqual(['Done', 'Done', 'To Do', 'To Do']);
});

test('an issue that the app itself deleted is made again when its finding is open again', async () => {
  await world.save('deleting', { enabled: true, graceDays: 0, goneFromPortal: 'delete' });
  await send(one);
  await send({ ...one, status: 'rejected' });
  await send(one);
  expect(statuses('WEB-2', 'APP-2')).toEqual(['To Do', 'To Do']);
  await forget();
  await send(one);
  expect(statuses('WEB-3', 'APP-3')).toEqual(['To Do', 'To Do']);
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(json).toMatchObject([{ state: 'synced', issues: { product: { key: 'WEB-3' } } }]);
});

const transition = { method: 'POST', path: /\/transitions$/ };

describe('a finding that comes back with its old status opens what was closed, also when', () => {
  test('the security issue had no way to close', async () => {
    const statuses_ = {
      resolved: { jira: [world.ref('status', 'OPS', 'Risk accepted')], direction: 'both' },
    };
    const space = (key: string, more = {}) => ({
      enabled: true,
      project: world.ref('project', key),
      issueType: world.ref('type', key, 'Task'),
      ...more,
    });
    await world.save('spaces', { product: space('WEB'), security: space('OPS', { statuses: statuses_ }) });
    await world.save('closing', { enabled: false });
    await send(one);
    await forget();
    expect(statuses('WEB-1', 'OPS-1')).toEqual(['Done', 'To Do']);
    await send(one);
    expect(statuses('WEB-1', 'OPS-1')).toEqual(['To Do', 'To Do']);
  });

  test.each([
    ['the answer to the closing transition was lost', timeOutAfter(transition)],
    ['the closing pass died over it', crashAfterCall(1, transition)],
    ['it closed one and found no way to the other', fail(400, { ...transition, nth: 2, times: Infinity })],
  ])('%s', async (_name, fault) => {
    await send(one);
    world.host.faults.add(fault);
    await portal.post('/v1/findings/delete', { ids: ['F-1'] });
    await world.settle(0.3);
    world.clock.advance(1000);
    world.host.faults.clear();
    await portal.post('/v1/findings', { findings: [one] });
    await pass(30);
    expect(statuses('WEB-1', 'APP-1')).toEqual(['To Do', 'To Do']);
  });

  test('the answer to its own resolution was lost', async () => {
    await send(one);
    world.host.faults.add(timeOutAfter({ ...transition, times: 2 }));
    await portal.post('/v1/findings', { findings: [{ ...one, status: 'resolved' }] });
    await world.settle(0.3);
    world.clock.advance(1000);
    await portal.post('/v1/findings', { findings: [one] });
    await pass(30);
    expect(statuses('WEB-1', 'APP-1')).toEqual(['To Do', 'To Do']);
  });
});
