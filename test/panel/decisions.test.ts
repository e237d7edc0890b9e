import { PEOPLE } from '../sandbox/jira/seed';
import { hear, panelOf, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
const one = finding({ id: 'F-1', status: 'verified' });

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await hear(world, portal);
  await send(one);
});
afterEach(() => {
  world.close();
});

async function send(...findings: object[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

const types = async () => (await told(portal)).map(({ type }) => type);
const decisive = async () =>
  (await told(portal))
    .filter(({ type }) => !/synced|linked|held/.test(type))
    .map(({ type, data }) => [type, data]);
const places = () => [world.statusOf('WEB-1'), world.statusOf('SEC-1')];
const property = (key: string) =>
  world.site.call({ path: `/rest/api/3/issue/${key}/properties/security-finding`, as: PEOPLE.admin })
    .value as unknown as {
    value: Record<string, unknown>;
  };

test('a false positive closes both issues as rejected and is told once, in the name of who said it', async () => {
  expect(await panelOf(world, 'SEC-1').act('panel.reject', { reason: 'A test page' })).toEqual({});
  await world.settle();
  expect(places()).toEqual(['Done', 'Closed']);
  const events = await told(portal);
  expect(events.at(-1)).toMatchObject({
    type: 'finding.rejected',
    finding: { id: 'F-1', product: 'shop' },
    issue: { role: 'security', key: 'SEC-1' },
    by: { accountId: PEOPLE.engineer },
    data: { reason: 'A test page' },
  });
  expect(await decisive()).toHaveLength(1);
  expect(property('SEC-1').value).toMatchObject({ status: 'rejected' });
});

test('a scan that reports the finding again never undoes it, other changes go through', async () => {
  await panelOf(world, 'SEC-1').act('panel.reject', {});
  await world.settle();
  await send(one);
  await send({ ...one, severity: 'critical', title: 'Another title' });
  await send({ ...one, updatedAt: '2025-01-01T00:00:00Z' });
  expect(places()).toEqual(['Done', 'Closed']);
  expect(world.fields('SEC-1')).toMatchObject({ summary: 'Another title' });
  expect(await decisive()).toEqual([['finding.rejected', {}]]);
  expect((await panelOf(world, 'WEB-1').get()).finding).toMatchObject({
    status: 'verified',
    severity: 'critical',
  });
});

test('the portal’s own change of status undoes it', async () => {
  await panelOf(world, 'SEC-1').act('panel.reject', {});
  await world.settle();
  await send({ ...one, status: 'assigned' });
  expect(places()).toEqual(['To Do', 'Open']);
  expect((await panelOf(world, 'SEC-1').get()).decision).toBeUndefined();
});

test('what the portal says later than it heard of it undoes it, and what it said before does not', async () => {
  await panelOf(world, 'SEC-1').act('panel.reject', {});
  await world.settle();
  await send({ ...one, updatedAt: new Date(world.clock.now()).toISOString() });
  expect(places()).toEqual(['Done', 'Closed']);
  const { n } = (await told(portal)).at(-1) ?? { n: 0 };
  await portal.get(`/v1/events?after=${String(n)}`);
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 60_000 });
  world.clock.advance(1000);
  await send({ ...one, updatedAt: new Date(world.clock.now()).toISOString() });
  expect(places()).toEqual(['To Do', 'Open']);
});

test('taken back, the issues are open again and the portal hears of it once', async () => {
  const panel = panelOf(world, 'SEC-1');
  await panel.act('panel.reject', {});
  await world.settle();
  expect(await panel.act('panel.takeBack', {})).toEqual({});
  await world.settle();
  expect(places()).toEqual(['To Do', 'Open']);
  expect(await decisive()).toEqual([
    ['finding.rejected', {}],
    ['finding.status_changed', expect.objectContaining({ from: 'rejected', to: 'verified' })],
  ]);
  expect((await told(portal)).at(-1)).toMatchObject({ by: { accountId: PEOPLE.engineer } });
  expect(await panel.act('panel.takeBack', {})).toMatchObject({ error: { because: 'undecided' } });
});

test('an accepted risk ends by itself after its last day', async () => {
  const panel = panelOf(world, 'SEC-1');
  expect(await panel.act('panel.accept', { until: '2026-01-17', reason: 'Behind the firewall' })).toEqual({});
  await world.settle();
  expect(places()).toEqual(['To Do', 'Open']);
  expect(property('WEB-1').value).toMatchObject({ status: 'temporarily_risk_accepted' });
  await send(one);
  expect((await panel.get()).decision).toMatchObject({ kind: 'accepted', until: '2026-01-17' });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 3 * 24 * 60 * 60_000 });
  expect((await panel.get()).decision).toBeUndefined();
  expect(property('WEB-1').value).toMatchObject({ status: 'verified' });
  expect(await decisive()).toEqual([
    ['finding.risk_accepted', { until: '2026-01-17', reason: 'Behind the firewall' }],
    [
      'finding.status_changed',
      expect.objectContaining({ from: 'temporarily_risk_accepted', to: 'verified' }),
    ],
  ]);
});

test.each([true, false])(
  'no day of an accepted risk opens what its portal deleted; decided: %s',
  async (decided) => {
    const until = new Date(world.clock.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    if (decided) await panelOf(world, 'SEC-1').act('panel.accept', { until, reason: 'Behind a proxy' });
    else await send({ ...one, status: 'temporarily_risk_accepted', acceptedUntil: until });
    await world.settle();
    await portal.post('/v1/findings/delete', { ids: ['F-1'] });
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 4 * 86_400_000 });
    expect(places()).toEqual(['Done', 'Closed']);
    expect((await types()).filter((type) => type === 'finding.status_changed')).toEqual([]);
  },
);

test('who opens the issue of a finding that its portal deleted opens it as what it was', async () => {
  await send({ ...one, status: 'assigned' });
  await portal.post('/v1/findings/delete', { ids: ['F-1'] });
  await world.settle();
  world.move('SEC-1', 'Open', PEOPLE.engineer);
  await world.settle();
  expect(await decisive()).toMatchObject([['finding.status_changed', { from: 'resolved', to: 'assigned' }]]);
});

test('a retest is told once a day however often it is asked for', async () => {
  const panel = panelOf(world, 'WEB-1', PEOPLE.developer);
  for (let asked = 0; asked < 3; asked += 1)
    expect(await panel.act('panel.retest', { reason: 'Fixed' })).toEqual({});
  await world.settle();
  expect(await decisive()).toEqual([['finding.retest_requested', { reason: 'Fixed' }]]);
  expect(await types()).not.toContain('finding.status_changed');
});

test('an issue is linked, kept in step, and unlinked without a trace', async () => {
  await world.useSpaces({ security: null });
  await send(finding({ id: 'F-2' }));
  await world.useSpaces();
  const { key } = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.engineer,
    body: { fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: 'Known for long' } },
  }).value as unknown as { key: string };
  const panel = panelOf(world, 'WEB-2');
  expect(await panel.act('panel.link', { key: 'SEC-99' })).toMatchObject({ error: { code: 'not_found' } });
  expect(await panel.act('panel.link', { key: 'WEB-1' })).toMatchObject({ error: { because: 'elsewhere' } });
  expect(await panel.act('panel.link', { key: 'SEC-1' })).toMatchObject({ error: { because: 'taken' } });
  expect(await panel.act('panel.link', { key })).toEqual({});
  await world.settle();
  expect((await panel.get()).linked).toBeDefined();
  expect(world.fields(key)).toMatchObject({ summary: 'Known for long' });
  expect(property(key).value).toMatchObject({ id: 'F-2', role: 'security' });
  expect((world.fields('WEB-2').issuelinks as unknown as object[]).length).toBe(1);
  expect(await panel.act('panel.unlink', {})).toEqual({});
  await world.settle();
  expect((await panel.get()).linked).toBeUndefined();
  expect((world.fields('WEB-2').issuelinks as unknown as object[]).length).toBe(0);
  expect(property(key).value).toBeUndefined();
  await send(finding({ id: 'F-2', title: 'Once more' }));
  expect((await panel.get()).linked).toBeUndefined();
  expect((await told(portal)).map(({ type, by }) => [type, by?.accountId]).slice(-2)).toEqual([
    ['issue.linked', PEOPLE.engineer],
    ['issue.unlinked', PEOPLE.engineer],
  ]);
});

test('a person who reopens the security issue ends a false positive; the next scan leaves the issue alone', async () => {
  await panelOf(world, 'SEC-1').act('panel.reject', {});
  await world.settle();
  world.move('SEC-1', 'Open', PEOPLE.engineer);
  await world.settle();
  expect((await panelOf(world, 'SEC-1').get()).decision).toBeUndefined();
  expect((await decisive()).at(-1)).toEqual([
    'finding.status_changed',
    expect.objectContaining({ from: 'rejected', to: 'verified' }),
  ]);
  await send({ ...one, title: 'Another title' });
  expect(places()).toEqual(['Done', 'Open']);
});

test('who works on an accepted risk leaves it accepted; who finishes it ends that', async () => {
  const panel = panelOf(world, 'SEC-1');
  await panel.act('panel.accept', { until: '2026-01-16', reason: 'Known' });
  await world.settle();
  world.move('SEC-1', 'In review', PEOPLE.engineer);
  await world.settle();
  expect((await panel.get()).decision).toMatchObject({ kind: 'accepted' });
  world.move('SEC-1', 'Fixed', PEOPLE.engineer);
  world.move('SEC-1', 'Closed', PEOPLE.engineer);
  await world.settle();
  expect((await panel.get()).decision).toBeUndefined();
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 3 * 24 * 60 * 60_000 });
  expect(world.statusOf('SEC-1')).toBe('Closed');
  expect((await decisive()).at(-1)).toEqual([
    'finding.status_changed',
    expect.objectContaining({ from: 'temporarily_risk_accepted', to: 'resolved' }),
  ]);
});

test('with deletion on, a false positive loses its issues after the grace, and the panel says so before', async () => {
  await world.save('deleting', { enabled: true, graceDays: 2 });
  const panel = panelOf(world, 'SEC-1');
  expect((await panel.get()).deletedAfterDays).toBe(2);
  await panel.act('panel.reject', {});
  await world.settle();
  expect(places()).toEqual(['Done', 'Closed']);
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 3 * 24 * 60 * 60_000 });
  expect(world.site.call({ path: '/rest/api/3/issue/SEC-1', as: PEOPLE.admin }).status).toBe(404);
});

test('where the portal is not told, decisions hold all the same, and a retest is refused', async () => {
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'off' });
  const panel = panelOf(world, 'SEC-1');
  expect(await panel.act('panel.retest', {})).toMatchObject({ error: { because: 'unheard' } });
  expect(await panel.act('panel.reject', {})).toEqual({});
  await world.settle();
  await send({ ...one, updatedAt: '2026-03-01T00:00:00Z' });
  expect(places()).toEqual(['Done', 'Closed']);
  world.move('SEC-1', 'Open', PEOPLE.engineer);
  await world.settle();
  expect((await panel.get()).decision).toBeUndefined();
});

test('a retest that nobody would hear of is refused, though the portal hears other things', async () => {
  const events = ['finding.status_changed' as const];
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull', events });
  expect(await panelOf(world, 'SEC-1').act('panel.retest', {})).toMatchObject({
    error: { because: 'unheard' },
  });
});

test('what the portal itself calls done leaves nothing to decide, and what it took over is taken back there', async () => {
  const panel = panelOf(world, 'SEC-1');
  await panel.act('panel.reject', {});
  await world.settle();
  await send({ ...one, status: 'rejected' });
  expect((await panel.get()).decision).toMatchObject({ kind: 'rejected', agreed: true });
  expect(await panel.act('panel.takeBack', {})).toMatchObject({ error: { because: 'agreed' } });
  await send({ ...one, status: 'resolved' });
  expect((await panel.get()).decision).toBeUndefined();
  expect(await panel.act('panel.reject', {})).toMatchObject({ error: { because: 'settled' } });
});
