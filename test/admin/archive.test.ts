import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { problem, thrown } from '../portal/support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect('Old portal');
  await world.useSpaces();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const issues = () => world.site.world.state.issues.size;
const call = (name: 'archive' | 'restore' | 'forget' | 'count', of = portal) =>
  world.admin(`connections.${name}`, { connection: of.key });
const list = () => world.admin('connections.list', {});
async function send(...findings: unknown[]) {
  const answer = await portal.post('/v1/findings', { findings });
  await world.settle();
  return answer;
}
/** The portal with the credentials that restoring gave it. */
async function restored(): Promise<Portal> {
  const made = await world.admin('connections.restore', { connection: portal.key });
  if (!('secret' in made)) throw new Error('no secret');
  expect(made).toMatchObject({ connection: portal.key, baseUrl: portal.baseUrl });
  return world.portalWith(made.connection, made.baseUrl, made.secret);
}

test('an archived connection lets nobody in, and stands by itself with the number of its findings', async () => {
  await send(finding(), finding(), finding());
  expect(await call('count')).toEqual({ findings: 3 });
  expect(await call('archive')).toEqual({ connection: portal.key, findings: 3 });
  expect(await portal.get('/v1/ping')).toMatchObject(problem(401));
  const { connections, archived } = await list();
  expect(connections).toEqual([]);
  expect(archived).toEqual([
    {
      key: portal.key,
      name: 'Old portal',
      method: 'signature',
      ids: 'connection',
      baseUrl: portal.baseUrl,
      at: world.clock.now(),
      findings: 3,
    },
  ]);
  expect(issues()).toBe(6);
});

test('what is archived and restored has new credentials under the same address, and nothing is made anew', async () => {
  const one = finding({ id: 'F-1' });
  await send(one);
  await call('archive');
  const old = portal;
  portal = await restored();
  expect(await old.get('/v1/ping')).toMatchObject(problem(401));
  expect(await send({ ...one, title: 'Another title' })).toMatchObject({ status: 202 });
  expect(world.fields('WEB-1').summary).toContain('Another title');
  expect(issues()).toBe(2);
  expect(await list()).toMatchObject({ connections: [{ key: portal.key, enabled: true }], archived: [] });
});

test('what was accepted before the archiving waits, and goes on with the restored connection', async () => {
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await call('archive');
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * 3_600_000 });
  expect(issues()).toBe(0);
  portal = await restored();
  await world.settle();
  expect(issues()).toBe(2);
});

test('while a connection is archived, its pairs of issues stay in step', async () => {
  await send(finding({ id: 'F-1' }));
  await call('archive');
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-1')).toBe('Closed');
});

test('another connection neither sees nor takes over what an archived one has', async () => {
  await send(finding({ id: 'F-1' }));
  await call('archive');
  portal = await world.connect('New portal');
  await world.admin('rebuild.start', { connection: portal.key });
  await world.settle();
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(looked.json).toMatchObject([{ state: 'unknown' }]);
});

test('forgetting is a job that counts; afterwards the same findings make new issues', async () => {
  const findings = Array.from({ length: 60 }, (_, index) => finding({ id: `F-${String(index)}` }));
  await send(...findings);
  await call('archive');
  const { job = '' } = (await call('forget')) as { job?: string };
  expect(await world.admin('jobs.get', { job })).toEqual({ done: false, seen: 0, total: 60 });
  await world.settle();
  expect(await world.admin('jobs.get', { job })).toEqual({ done: true, seen: 60, total: 60 });
  expect((await list()).archived).toMatchObject([{ findings: 0 }]);
  expect(issues()).toBe(120);
  portal = await restored();
  expect((await portal.post('/v1/findings/lookup', { ids: ['F-1'] })).json).toMatchObject([
    { state: 'unknown' },
  ]);
  await send(...findings.slice(0, 1));
  expect(issues()).toBe(122);
});

test('forgetting goes on after storage failed in the middle of it', async () => {
  await send(...Array.from({ length: 60 }, () => finding()));
  await call('archive');
  world.host.faults.add(fail(500, { on: 'kvs', path: /transaction/, nth: 2 }));
  const { job = '' } = (await call('forget')) as { job?: string };
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * 3_600_000 });
  expect(await world.admin('jobs.get', { job })).toMatchObject({ done: true });
  expect((await list()).archived).toMatchObject([{ findings: 0 }]);
});

test('findings of another connection are not forgotten', async () => {
  const other = await world.connect('Other');
  await other.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await send(finding({ id: 'F-1' }));
  await call('archive');
  await call('forget');
  await world.settle();
  expect((await other.post('/v1/findings/lookup', { ids: ['F-1'] })).json).toMatchObject([
    { state: 'synced' },
  ]);
});

test('an archived connection without findings is removed for good', async () => {
  await call('archive');
  expect(await call('forget')).toEqual({});
  expect(await list()).toEqual({ connections: [], archived: [] });
});

test('while its findings are being forgotten, a connection is not restored', async () => {
  await send(finding());
  await call('archive');
  await call('forget');
  await expect(call('restore')).rejects.toThrow('forgotten');
});

test('only what is archived is restored or forgotten, and what is archived takes no other call', async () => {
  await expect(call('restore')).rejects.toThrow('not_found');
  await expect(call('forget')).rejects.toThrow('not_found');
  await call('archive');
  await expect(call('archive')).rejects.toThrow('not_found');
  const connection = portal.key;
  await expect(world.admin('connections.rotate', { connection })).rejects.toThrow('not_found');
  await expect(world.admin('connections.setEnabled', { connection, enabled: true })).rejects.toThrow(
    'not_found',
  );
  expect(await portal.get('/v1/ping')).toMatchObject(problem(401));
});

test('while a connection is archived, nothing is deleted and no risk ends; a day after its restoration all is made up for', async () => {
  await world.useSpaces({ security: null });
  await world.save('deleting', { enabled: true, graceDays: 1 });
  await send(finding({ id: 'F-1' }));
  await send(finding({ id: 'F-1', status: 'rejected' }));
  await call('archive');
  const days = (n: number) => world.host.runUntilIdle({ schedules: true, maxVirtualMs: n * 24 * 3_600_000 });
  await days(4);
  expect(issues()).toBe(1);
  portal = await restored();
  await days(1.1);
  expect(issues()).toBe(0);
});

test('what fell due while a connection was archived for minutes is done minutes after it is restored', async () => {
  const until = new Date(world.clock.now() + 86_400_000).toISOString().slice(0, 10);
  await send(finding({ id: 'F-1' }));
  await send(finding({ id: 'F-1', status: 'temporarily_risk_accepted', acceptedUntil: until }));
  world.move('WEB-1', 'Done');
  await world.host.runUntilIdle({
    schedules: true,
    maxVirtualMs: Date.parse(`${until}T23:50:00Z`) - world.clock.now(),
  });
  await call('archive');
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 20 * 60_000 });
  portal = await restored();
  const before = world.statusOf('WEB-1');
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 25 * 60_000 });
  expect([before, world.statusOf('WEB-1')]).toEqual(['Done', 'To Do']);
});

test('what rests with its archived connection holds up nobody else', async () => {
  await world.useSpaces({ security: null });
  await world.save('deleting', { enabled: true, graceDays: 1 });
  const rested = Array.from({ length: 120 }, (_, n) => finding({ id: `F-${String(n)}` }));
  await send(...rested);
  await send(...rested.map((one) => ({ ...one, status: 'rejected' })));
  const other = await world.connect('Other');
  for (const status of ['verified', 'rejected'])
    await other
      .post('/v1/findings', { findings: [finding({ id: 'F-other', status })] })
      .then(() => world.settle());
  await call('archive');
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 25 * 3_600_000 });
  expect((await other.post('/v1/findings/lookup', { ids: ['F-other'] })).json).toMatchObject([
    { state: 'deleted' },
  ]);
  expect(issues()).toBe(120);
});

test('forgetting leaves nothing of what reports told: neither what is known of them nor what still waited', async () => {
  const result = (name: string) => ({ ruleId: 'R', message: { text: `Only ${name} says this` } });
  const report = (name: string) => ({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'T' } }, results: [result(name)] }],
  });
  await portal.post('/v1/products/shop/reports/sarif?scope=main', report('the first'));
  await world.settle();
  await portal.post('/v1/products/shop/reports/sarif?scope=main', report('the second'));
  await call('archive');
  await call('forget');
  await world.settle();
  const left: string[] = [];
  world.host.kvs.rewrite((key, value) => {
    if (/^(known|report|inbox|pending):/.test(key)) left.push(key);
    if (typeof value === 'object' && value !== null && 'version' in value && 'connection' in value)
      left.push(key);
    return value;
  });
  expect(left).toEqual([]);
});

test('forgetting takes the entry of a report with it that waits to be confirmed', async () => {
  const report = (count: number) => ({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'T' } },
        results: Array.from({ length: count }, (_, index) => ({
          ruleId: `R${String(index)}`,
          message: { text: 'x' },
        })),
      },
    ],
  });
  for (const count of [30, 1]) {
    await portal.post('/v1/products/shop/reports/sarif?complete=true&scope=main', report(count));
    await world.settle();
  }
  const held = async () => (await world.admin('activity.list', {})).held.length;
  expect(await held()).toBe(1);
  await call('archive');
  await call('forget');
  await world.settle();
  expect(await held()).toBe(0);
});
