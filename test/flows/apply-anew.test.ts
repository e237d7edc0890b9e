/** Settings applied to existing findings: a job in pages that keeps people's edits and says before what it costs. */
import type { Appliance, Estimate } from '../../src/contract/job-results';
import { crashAfterCall, fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { finished, goingTo, issueKeys, rule, summaries } from './rules-support';

const hour = 60 * 60_000;
let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  await world.useSpaces({ security: null });
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

const later = (hours: number) => world.host.runUntilIdle({ schedules: true, maxVirtualMs: hours * hour });

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

async function apply(): Promise<Appliance> {
  const { job } = await world.admin('findings.apply', {});
  return finished<Appliance>(world, job);
}

async function estimate(): Promise<Estimate> {
  const { job } = await world.admin('findings.estimate', {});
  return finished<Estimate>(world, job);
}

const one = async (id: string) =>
  ((await portal.post('/v1/findings/lookup', { ids: [id] })).json as { state: string }[])[0];

test('findings that no rule took are taken up, and what it costs is said before', async () => {
  await send(finding({ id: 'A', severity: 'info' }), finding({ id: 'B' }));
  await world.save('rules', [rule('all')] as never);
  await world.settle();
  expect(issueKeys(world)).toEqual(['WEB-1']);
  expect(await estimate()).toMatchObject({ findings: 1, created: 1, changed: 0, points: 1, elsewhere: 0 });
  expect(await apply()).toEqual({ findings: 2, left: 0 });
  expect(issueKeys(world)).toEqual(['WEB-1', 'WEB-2']);
  expect(await estimate()).toMatchObject({ findings: 0, created: 0, points: 0 });
});

test('settings that changed nothing cost Jira nothing', async () => {
  await send(finding({ id: 'A' }), finding({ id: 'B' }));
  world.jiraCalls();
  await apply();
  // Only whether the caller administers Jira was asked.
  expect(world.jiraCalls().filter((call) => !call.endsWith('/mypermissions'))).toEqual([]);
});

test('what people edited stays theirs, and what follows from the settings is changed', async () => {
  const first = { enabled: true, map: { high: { id: '2' } } };
  await world.useSpaces({ security: null }, { priorities: first });
  await send(finding({ id: 'A' }));
  world.site.call({
    method: 'PUT',
    path: '/rest/api/3/issue/WEB-1',
    as: PEOPLE.admin,
    body: { fields: { priority: { id: '4' } } },
  });
  await world.settle();
  const priorities = { enabled: true, map: { high: { id: '1' } } };
  await world.save('rules', [
    rule('all', { then: { create: 'product', product: { labels: ['x-team'], priorities } } }),
  ] as never);
  expect(await estimate()).toMatchObject({ findings: 1, changed: 1 });
  await apply();
  expect(world.fields('WEB-1')['labels']).toContain('x-team');
  expect(world.fields('WEB-1')['priority']).toMatchObject({ id: '4' });
});

test('issues stay in their space with the values of that, and how many would go elsewhere is told', async () => {
  await world.useSpaces({ security: null }, { components: [] });
  await send(finding({ id: 'A' }));
  const component = { id: '99999', name: 'Of another project' };
  const to = goingTo(world, 'OPS', { components: [component], labels: ['ops'] });
  await world.save('rules', [rule('all', { then: { create: 'product', product: to } })] as never);
  expect((await estimate()).elsewhere).toBe(1);
  await apply();
  expect(issueKeys(world)).toEqual(['WEB-1']);
  expect(await one('A')).toMatchObject({ state: 'synced' });
  await send(finding({ id: 'A', severity: 'critical' }));
  expect(await one('A')).toMatchObject({ state: 'synced' });
  expect((await world.admin('activity.list', {})).held).toEqual([]);
});

test('an issue that a person closed is not opened: nobody reported its finding again', async () => {
  await send(finding({ id: 'A' }));
  world.move('WEB-1', 'Done');
  await world.settle();
  await world.clock.sleep(10 * 24 * hour);
  await apply();
  expect(world.statusOf('WEB-1')).toBe('Done');
  await send(finding({ id: 'A' }));
  expect(world.statusOf('WEB-1')).not.toBe('Done');
});

test('what ended without another snapshot stays ended', async () => {
  const report = (results: object[]) => ({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Scan' } }, results }],
  });
  const result = { ruleId: 'R1', level: 'error', message: { text: 'Bad' }, locations: [] };
  await portal.post('/v1/products/shop/reports/sarif?complete=true', report([result]));
  await world.settle();
  await portal.post('/v1/products/shop/reports/sarif?complete=true', report([]));
  await world.settle();
  const before = issueKeys(world).map((key) => world.statusOf(key));
  await apply();
  expect(before).toEqual(['Done']);
  expect(issueKeys(world).map((key) => world.statusOf(key))).toEqual(before);
});

test('it goes page by page, is stopped when asked, and a second one does not begin beside it', async () => {
  const some = Array.from({ length: 300 }, (_, index) =>
    finding({ id: `F-${String(index)}`, severity: 'info' }),
  );
  await send(...some);
  await world.save('rules', [rule('all', { then: { create: 'product' } })] as never);
  await world.settle();
  const { job } = await world.admin('findings.apply', {});
  expect(await world.admin('findings.apply', {})).toEqual({ job });
  await world.admin('jobs.stop', { job });
  await world.settle();
  const stopped = await world.admin('jobs.get', { job });
  expect(stopped).toMatchObject({ done: true, stopped: true });
  expect(summaries(world).length).toBeLessThan(300);
  expect(await apply()).toEqual({ findings: 300, left: 0 });
  expect(summaries(world)).toHaveLength(300);
});

const fewMinutes = { maxVirtualMs: 5 * 60_000, schedules: true };

/** An admin looks how far it is, as the page does while it is open. */
async function look(job: string): Promise<unknown> {
  await world.host.runUntilIdle(fewMinutes);
  await world.admin('jobs.get', { job });
  await world.settle();
  return world.admin('jobs.get', { job });
}

test('a lost bell is rung again as soon as somebody looks', async () => {
  await send(finding({ id: 'A', severity: 'info' }));
  await world.save('rules', [rule('all')] as never);
  await world.settle();
  const mend = world.host.faults.add(fail(500, { on: 'queue', body: /"work"/ }));
  const { job } = await world.admin('findings.apply', {});
  await world.settle(1);
  mend();
  expect(await world.admin('jobs.get', { job })).toMatchObject({ done: false, seen: 0 });
  expect(await look(job)).toMatchObject({ done: true, seen: 1, total: 1 });
  expect(issueKeys(world)).toHaveLength(1);
});

test.each([1, 2, 4, 7, 11, 16, 22])(
  'a worker that dies after its call %i to storage leaves nothing undone once somebody looks, else within two hours, and nothing twice',
  async (nth) => {
    const some = Array.from({ length: 60 }, (_, n) => finding({ id: `F-${String(n)}`, severity: 'info' }));
    await send(...some);
    await world.save('rules', [rule('all', { then: { create: 'product' } })] as never);
    await world.settle();
    const { job } = await world.admin('findings.apply', {});
    const mend = world.host.faults.add(crashAfterCall(nth, { on: 'kvs' }));
    await world.host.runUntilIdle(fewMinutes);
    mend();
    if (nth % 2 === 0) expect(await look(job)).toMatchObject({ done: true, seen: 60, total: 60 });
    else await world.host.runUntilIdle({ maxVirtualMs: 2 * 3_600_000, schedules: true });
    expect(await world.admin('jobs.get', { job })).toMatchObject({ done: true, seen: 60, total: 60 });
    await later(1);
    expect(issueKeys(world)).toHaveLength(60);
  },
);
