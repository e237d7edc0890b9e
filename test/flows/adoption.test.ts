import { crashAfterCall, fail, type Fault } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
let rival: Portal;
beforeEach(async () => {
  world = createWorld({ host: { latency: () => 50 } });
  portal = await world.connect();
  rival = await world.connect('Rival');
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

const minuteMs = 60_000;
const propertyPath = (key: string) => `/rest/api/3/issue/${key}/properties/security-finding`;

function createByHand(summary: string): string {
  const issuetype = { id: world.ref('type', 'WEB', 'Task').id ?? '' };
  const fields = { project: { key: 'WEB' }, issuetype, summary };
  const path = '/rest/api/3/issue';
  return world.site.call({ method: 'POST', path, as: PEOPLE.developer, body: { fields } }).data.key as string;
}

async function look(from: Portal, id: string): Promise<unknown> {
  return ((await from.post('/v1/findings/lookup', { ids: [id] })).json as unknown[])[0];
}

const claims = (id: string, key: string) => finding({ id, existing: { product: key } });
const heldWithoutIssue = { state: 'held', issues: {} };

test('of two findings in one request that name the same issue one gets it', async () => {
  const key = createByHand('Known');
  await portal.post('/v1/findings', { findings: [claims('F-1', key), claims('F-2', key)] });
  await world.settle();
  expect(await look(portal, 'F-1')).toMatchObject({ state: 'synced', issues: { product: { key } } });
  expect(await look(portal, 'F-2')).toMatchObject(heldWithoutIssue);
});

test('an issue is found under the key that it had before it was moved here', async () => {
  const [missing, other] = ['WEB-999', createByHand('Known')];
  const moved = createByHand('Moved away and back');
  const elsewhere = world.site.moveIssue(moved, 'APP', PEOPLE.admin, 'Task');
  const key = world.site.moveIssue(elsewhere, 'WEB', PEOPLE.admin, 'Task');
  const findings = [claims('F-1', elsewhere), claims('F-2', other), claims('F-3', missing)];
  // That this cannot be told at once says nothing of the issue.
  world.host.faults.add(fail(503, { path: /bulkfetch/, body: new RegExp(`\\["${elsewhere}"\\]`) }));
  await portal.post('/v1/findings', { findings });
  await world.host.runUntilIdle({ maxVirtualMs: 20_000 });
  expect(await look(portal, 'F-1')).toMatchObject({ state: 'pending' });
  await world.settle();
  expect(await look(portal, 'F-1')).toMatchObject({ state: 'synced', issues: { product: { key } } });
  expect(await look(portal, 'F-2')).toMatchObject({ state: 'synced', issues: { product: { key: other } } });
  expect(await look(portal, 'F-3')).toMatchObject(heldWithoutIssue);
});

test.each([0, 20, 60, 110, 160, 240])(
  'of two portals that name the same issue %i ms apart one gets it, also where their ids are the same',
  async (apart) => {
    const key = createByHand('Known');
    await portal.post('/v1/findings', { findings: [claims('F-1', key)] });
    await world.host.runUntilIdle({ maxVirtualMs: apart });
    await rival.post('/v1/findings', { findings: [claims('F-1', key)] });
    await world.settle();
    const found = [await look(portal, 'F-1'), await look(rival, 'F-1')];
    const owners = found.filter((one) => JSON.stringify(one).includes(`"key":"${key}"`));
    expect(owners).toHaveLength(1);
    expect(found).toContainEqual(expect.objectContaining(heldWithoutIssue));
  },
);

const pointer = { on: 'kvs', body: /issue:\d+/ } as const;
const record = { on: 'kvs', path: /transaction/, body: /"link"/ } as const;
const moments: [string, Fault][] = [
  ['after it took the issue', crashAfterCall(1, { ...pointer, path: /transaction/ })],
  ['after its lease', crashAfterCall(1, record)],
  ['after its edit', crashAfterCall(1, { method: 'PUT', path: /\/issue\/\d+$/ })],
  ['after its result', crashAfterCall(2, record)],
];
test.each(moments)(
  'a pass that dies %s finds the issue its own, and a rival gets nothing',
  async (_name, death) => {
    const key = createByHand('Known');
    let deaths = 0;
    world.host.journal.subscribe(({ text }) => {
      if (text.includes('OUT_OF_MEMORY')) deaths += 1;
    });
    world.host.faults.add(death);
    await portal.post('/v1/findings', { findings: [claims('F-1', key)] });
    await world.host.runUntilIdle({ maxVirtualMs: 10_000 });
    await rival.post('/v1/findings', { findings: [claims('F-1', key)] });
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 30 * minuteMs });
    expect(deaths).toBe(1);
    expect(await look(portal, 'F-1')).toMatchObject({ state: 'synced', issues: { product: { key } } });
    expect(await look(rival, 'F-1')).toMatchObject(heldWithoutIssue);
  },
);

test('what a pass took and no record came to name is free again after a while', async () => {
  const key = createByHand('Known');
  world.host.faults.add(crashAfterCall(1, { ...pointer, path: /transaction/ }));
  await portal.post('/v1/findings', { findings: [claims('F-1', key)] });
  await world.host.runUntilIdle({ maxVirtualMs: 1000 });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle();
  await rival.post('/v1/findings', { findings: [claims('F-2', key)] });
  await world.settle();
  expect(await look(rival, 'F-2')).toMatchObject(heldWithoutIssue);
  world.clock.advance(20 * minuteMs);
  await world.admin('activity.retry', {});
  await world.settle();
  expect(await look(rival, 'F-2')).toMatchObject({ state: 'synced', issues: { product: { key } } });
});

test('an issue that its finding let go is free for another portal', async () => {
  await world.save('reopening', { newIssueAfterDays: 1 });
  const one = finding({ id: 'F-1' });
  for (const status of ['verified', 'resolved', 'verified']) {
    await portal.post('/v1/findings', { findings: [{ ...one, status }] });
    await world.settle();
    world.clock.advance(2 * 24 * 60 * minuteMs);
  }
  expect(await look(portal, 'F-1')).toMatchObject({ issues: { product: { key: 'WEB-2' } } });
  await rival.post('/v1/findings', { findings: [claims('F-1', 'WEB-2')] });
  await world.settle();
  expect(await look(rival, 'F-1')).toMatchObject(heldWithoutIssue);
  await rival.post('/v1/findings', { findings: [claims('F-1', 'WEB-1')] });
  await world.settle();
  expect(await look(rival, 'F-1')).toMatchObject({ state: 'synced', issues: { product: { key: 'WEB-1' } } });
});

test('one issue is never both issues of a finding', async () => {
  await world.useSpaces({ security: 'WEB' });
  const key = createByHand('Known');
  const both = finding({ id: 'F-1', existing: { product: key, security: key } });
  await portal.post('/v1/findings', { findings: [both] });
  await world.settle();
  expect(await look(portal, 'F-1')).toMatchObject({ state: 'held', issues: { product: { key } } });
  expect(await look(portal, 'F-1')).not.toMatchObject({ issues: { security: { key } } });
});

test('where one named issue is adopted and the other may not be, none is made in its place', async () => {
  await world.useSpaces();
  const key = createByHand('Known');
  await portal.post('/v1/findings', {
    findings: [finding({ id: 'F-1', existing: { product: key, security: 'SEC-99' } })],
  });
  await world.settle();
  expect(await look(portal, 'F-1')).toMatchObject({ state: 'held', issues: { product: { key } } });
  expect(await look(portal, 'F-1')).not.toHaveProperty('issues.security');
});

test('whose an issue is does not stand in the issue: a finding that somebody writes into it changes nothing', async () => {
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' }), finding({ id: 'F-2' })] });
  await world.settle();
  const { value } = world.site.call({ path: propertyPath('WEB-2'), as: PEOPLE.admin });
  const body = (value as { value: Record<string, string> }).value;
  const forged = { method: 'PUT', path: propertyPath('WEB-1'), as: PEOPLE.developer, body };
  expect(world.site.call(forged).status).toBe(200);
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect([world.statusOf('SEC-1'), world.statusOf('SEC-2')]).toEqual(['Closed', 'Open']);
});
