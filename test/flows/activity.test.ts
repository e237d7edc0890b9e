import { failStorage } from '../sandbox/faults';
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

const minuteMs = 60_000;
const title = 'SQL injection in the search form';

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

/** What was told, newest first; the first pass that created the issues is left out. */
async function told() {
  const { activities } = await world.admin('activity.list', {});
  return activities.filter(({ counts }) => counts.created === undefined);
}

/** What was told of a moment in which several things happened, in no order. */
const countsOf = async () => new Set((await told()).map(({ counts }) => JSON.stringify(counts)));

async function move(key: string, status: string): Promise<void> {
  world.clock.advance(1_000);
  world.move(key, status, PEOPLE.developer);
  await world.settle();
}

test('closing, reopening and deleting by event are told, each once', async () => {
  await send(finding({ id: 'F-1' }));
  await move('WEB-1', 'Done');
  await move('WEB-1', 'To Do');
  world.clock.advance(1_000);
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/WEB-1', as: PEOPLE.admin });
  await world.settle();
  const activities = await told();
  expect(activities.map(({ counts }) => counts)).toEqual([{ deleted: 1 }, { reopened: 1 }, { closed: 1 }]);
  expect(activities[2]).toMatchObject({
    connection: portal.key,
    jiraCalls: 3,
    items: [{ finding: 'F-1', product: 'shop', title, outcome: 'closed', issues: ['APP-1'], by: 'app' }],
  });
});

test('an event that changes nothing is not told', async () => {
  await send(finding());
  await move('WEB-1', 'In Progress');
  await move('APP-1', 'Done');
  expect(await told()).toEqual([]);
});

test('a burst of events costs three writes each, and all are counted', async () => {
  const count = 60;
  await send(...Array.from({ length: count }, () => finding()));
  const before = world.host.kvs.use.writeUnits;
  for (let n = 1; n <= count; n += 1) world.move(`WEB-${String(n)}`, 'Done', PEOPLE.developer);
  await world.settle();
  // The lease, the record and what was done; one event in about ten also writes the points that were used.
  expect(world.host.kvs.use.writeUnits - before).toBeLessThanOrEqual(3.5 * count);
  const { days } = await world.admin('activity.stats', {});
  expect(days.at(-1)?.counts).toMatchObject({ closed: count });
});

test('what cannot be told is done all the same, once', async () => {
  await send(finding());
  let events = 0;
  world.host.journal.subscribe(({ kind, text }) => {
    if (kind === 'invocation' && text.includes('trigger') && text.endsWith('starts')) events += 1;
  });
  world.jiraCalls();
  world.host.faults.add(failStorage(500, 'UNKNOWN', { path: /\/set$/, body: /activity:/, times: Infinity }));
  await move('WEB-1', 'Done');
  expect(world.statusOf('APP-1')).toBe('Done');
  expect(world.jiraCalls().filter((call) => /transitions|comment/.test(call))).toHaveLength(2);
  expect(events).toBe(1);
  expect(await told()).toEqual([]);
});

test('findings that are gone are told as closed when their issues are, not before', async () => {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  await portal.post('/v1/findings/delete', { ids: ['F-1', 'F-2'] });
  await world.settle();
  expect(await countsOf()).toEqual(new Set(['{"closed":2}', '{"unchanged":2}']));
});

test('deletions are told, and what people worked on is told as closed', async () => {
  await world.save('deleting', { enabled: true, graceDays: 0, goneFromPortal: 'delete' });
  await world.useSpaces({ security: null });
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  await move('WEB-2', 'In Progress');
  await portal.post('/v1/findings/delete', { ids: ['F-1', 'F-2'] });
  await world.settle();
  const items = (await told()).flatMap((one) => one.items);
  expect(items).toHaveLength(2);
  expect(items).toContainEqual({
    finding: 'F-1',
    product: 'shop',
    title,
    outcome: 'deleted',
    issues: ['WEB-1'],
    by: 'app',
  });
  expect(items).toContainEqual({
    finding: 'F-2',
    product: 'shop',
    title,
    outcome: 'closed',
    issues: ['WEB-2'],
    by: 'portal',
  });
});

test('an issue that a person deleted is told as that: its pair stays, and is not called in step', async () => {
  await send(finding({ id: 'F-1' }));
  world.clock.advance(1_000);
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/WEB-1', as: PEOPLE.admin });
  await world.settle();
  const [deleted] = await told();
  expect(deleted?.items).toEqual([
    { finding: 'F-1', product: 'shop', title, outcome: 'deleted', issues: ['WEB-1'], by: 'person' },
  ]);
  const story = await world.admin('findings.story', { connection: portal.key, finding: 'F-1' });
  expect(story).toMatchObject({
    state: 'partly',
    issues: [
      { key: 'WEB-1', gone: true },
      { key: 'APP-1', gone: false },
    ],
  });
  expect(story.entries).toContainEqual(
    expect.objectContaining({ outcome: 'deleted', issues: ['WEB-1'], by: 'person' }),
  );
});

test('what the portal changed afterwards names only the issue that is still there', async () => {
  await send(finding({ id: 'F-1' }));
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/WEB-1', as: PEOPLE.admin });
  await world.settle();
  world.clock.advance(1_000);
  await send(finding({ id: 'F-1', title: 'Another title' }));
  const [changed] = await told();
  expect(changed?.items).toEqual([
    {
      finding: 'F-1',
      product: 'shop',
      title: 'Another title',
      outcome: 'changed',
      issues: ['APP-1'],
      by: 'portal',
    },
  ]);
});

test('a risk that is accepted no longer is told as reopened', async () => {
  await world.useSpaces(
    { security: null },
    { statuses: { temporarily_risk_accepted: { jira: [], direction: 'both' } } },
  );
  const one = finding();
  await send(one);
  world.move('WEB-1', 'Done');
  await send({ ...one, status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-15' });
  world.clock.advance(15 * 60 * minuteMs);
  await world.host.runSchedule('sweep');
  expect((await told())[0]).toMatchObject({ counts: { reopened: 1 } });
});

test('a todo that is held up is told with the reason', async () => {
  const unreachable = { jira: [world.ref('status', 'OPS', 'Risk accepted')], direction: 'both' };
  await world.useSpaces({ product: 'OPS', security: null }, { statuses: { resolved: unreachable } });
  await send(finding({ id: 'F-1' }));
  await portal.post('/v1/findings/delete', { ids: ['F-1'] });
  await world.settle();
  const items = (await told()).flatMap((one) => one.items);
  expect(items).toMatchObject([
    { finding: 'F-1', outcome: 'held', reason: { code: 'noWay', to: ['Risk accepted'] } },
  ]);
});
