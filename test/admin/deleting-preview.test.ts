import type { DeletingPreview } from '../../src/contract/deleting-preview';
import type { AdminInput } from '../../src/contract/api';
import { fail } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { ask } from './support';

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

const dayMs = 86_400_000;

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

async function reject(...ids: string[]): Promise<void> {
  await send(...ids.map((id) => finding({ id })));
  await send(...ids.map((id) => finding({ id, status: 'rejected' })));
}

function preview(deleting: AdminInput<'deleting.preview'>['deleting'] = {}): Promise<DeletingPreview> {
  return world.admin('deleting.preview', { deleting: { enabled: true, ...deleting } });
}

function fates({ rows }: DeletingPreview): Record<string, unknown> {
  return Object.fromEntries(rows.map(({ issue, deletion }) => [issue, deletion]));
}

function comment(key: string): void {
  const text = { type: 'paragraph', content: [{ type: 'text', text: 'On it' }] };
  const path = `/rest/api/3/issue/${key}/comment`;
  const body = { body: { version: 1, type: 'doc', content: [text] } };
  expect(world.site.call({ method: 'POST', path, as: PEOPLE.developer, body }).status).toBe(201);
}

test('where nothing is rejected, nothing would be deleted, and Jira is asked only who may see it', async () => {
  await send(finding());
  world.jiraCalls();
  expect(await preview()).toEqual({
    rows: [],
    totals: { delete: 0, worked_on: 0, adopted: 0, waiting: 0 },
    looked: 0,
    complete: true,
  });
  expect(world.jiraCalls()).toEqual(['GET /rest/api/3/mypermissions']);
});

test('what the preview says would be deleted is what deleting then deletes', async () => {
  await world.save('deleting', { enabled: true, graceDays: 1 });
  await reject('F-1', 'F-2');
  comment('WEB-2');
  await world.host.runUntilIdle({ maxVirtualMs: 1000 });
  world.clock.advance(dayMs);
  const before = await preview({ graceDays: 1 });
  expect(fates(before)).toEqual({
    'WEB-1': { kind: 'delete', running: true },
    'SEC-1': { kind: 'delete', running: true },
    'SEC-2': { kind: 'delete', running: true },
    'WEB-2': { kind: 'spared', why: 'worked_on' },
  });
  expect(before.totals).toEqual({ delete: 3, worked_on: 1, adopted: 0, waiting: 0 });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 600_000 });
  const left = [...world.site.world.state.issues.values()].map(({ key }) => key);
  expect(left).toEqual(['WEB-2']);
  expect(fates(await preview({ graceDays: 1 }))).toEqual({ 'WEB-2': { kind: 'spared', why: 'worked_on' } });
});

test('before deleting is switched on, the grace of the draft counts from the next time the portal sends it', async () => {
  await reject('F-1');
  const until = world.clock.now() + 7 * dayMs;
  expect(fates(await preview({ graceDays: 7 }))).toEqual({
    'WEB-1': { kind: 'waiting', until, running: false },
    'SEC-1': { kind: 'waiting', until, running: false },
  });
  expect((await preview({ graceDays: 0 })).totals.delete).toBe(2);
});

test('a grace that runs already is not changed by the draft', async () => {
  await world.save('deleting', { enabled: true, graceDays: 7 });
  await reject('F-1');
  const until = world.clock.now() + 7 * dayMs;
  const { rows } = await preview({ graceDays: 0 });
  const [first] = rows;
  if (first?.deletion.kind !== 'waiting') throw new Error('not waiting');
  expect(first.deletion.running).toBe(true);
  expect(Math.abs(first.deletion.until - until)).toBeLessThan(600_000);
});

test('the switch that spares what people worked on counts as in the draft', async () => {
  await reject('F-1');
  comment('WEB-1');
  expect((await preview({ graceDays: 0 })).totals).toMatchObject({ delete: 1, worked_on: 1 });
  const all = await preview({ graceDays: 0, spareWorkedOn: false });
  expect(all.totals).toMatchObject({ delete: 2, worked_on: 0 });
});

test('an adopted issue is spared whatever the settings', async () => {
  const type = world.ref('type', 'WEB', 'Task').id;
  const project = world.ref('project', 'WEB').id;
  const fields = { summary: 'Known already', project: { id: project }, issuetype: { id: type } };
  const made = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.developer,
    body: { fields },
  });
  expect(made.status).toBe(201);
  const one = finding({ id: 'F-1', existing: { product: 'WEB-1' } });
  await send(one);
  await send({ ...one, status: 'rejected' });
  const { totals, rows } = await preview({ graceDays: 0, spareWorkedOn: false });
  expect(totals).toEqual({ delete: 1, worked_on: 0, adopted: 1, waiting: 0 });
  expect(rows.find(({ issue }) => issue === 'WEB-1')?.deletion).toEqual({ kind: 'spared', why: 'adopted' });
});

test('a status of the admin that means rejected counts as well; other lifecycles do not', async () => {
  await world.save('statuses', { own: { not_ours: { label: 'Not ours', lifecycle: 'rejected' } } });
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }), finding({ id: 'F-3' }));
  await send(finding({ id: 'F-1', status: 'not_ours' }), finding({ id: 'F-2', status: 'resolved' }));
  const { rows } = await preview({ graceDays: 0 });
  expect(rows.map(({ finding: id }) => id)).toEqual(['F-1', 'F-1']);
});

test('at most a hundred issues are shown and 300 findings looked at, with one fetch for a hundred issues', async () => {
  await world.useSpaces({ security: null });
  const ids = Array.from({ length: 301 }, (_, index) => `F-${String(index)}`);
  for (const some of [ids.slice(0, 200), ids.slice(200)]) await reject(...some);
  world.jiraCalls();
  const { rows, totals, looked, complete } = await preview({ graceDays: 0 });
  expect([rows.length, totals.delete, looked, complete]).toEqual([100, 300, 300, false]);
  expect(world.jiraCalls().filter((call) => call.endsWith('/bulkfetch'))).toHaveLength(3);
}, 60_000);

test('nothing is changed by looking', async () => {
  await reject('F-1');
  const before = world.host.kvs.snapshot().entities;
  world.jiraCalls();
  await preview({ graceDays: 0 });
  expect(world.host.kvs.snapshot().entities).toEqual(before);
  expect(world.jiraCalls().filter((call) => !/^GET |bulkfetch$/.test(call))).toEqual([]);
});

test('when Jira does not answer, the call says so instead of showing an empty list', async () => {
  await reject('F-1');
  world.host.faults.add(fail(503, { path: /bulkfetch/, times: Infinity }));
  expect((await ask(world, 'deleting.preview', { deleting: { enabled: true } })).error?.code).toBe(
    'unavailable',
  );
});
