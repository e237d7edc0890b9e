import { fail, type Fault, rateLimit, timeOutBefore } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

const refusal = { errorMessages: ['We cannot create this issue for you right now'], errors: {} };
const creates = { method: 'POST', path: /\/issue(\/bulk)?$/, times: Infinity };
const reads = { method: 'POST', path: /\/issue\/bulkfetch/, times: Infinity };
const hours = (n: number) => world.host.runUntilIdle({ schedules: true, maxVirtualMs: n * 60 * 60_000 });

/** Findings of which some carry the word that Jira cannot take. */
function batch(count: number, bad: readonly number[], over: object = {}): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, n) =>
    finding({
      id: `F-${String(n)}`,
      title: bad.includes(n) ? `POISON ${String(n)}` : `Good ${String(n)}`,
      ...over,
    }),
  );
}

async function states(count: number): Promise<Record<string, number>> {
  const ids = Array.from({ length: count }, (_, n) => `F-${String(n)}`);
  const { json } = await portal.post('/v1/findings/lookup', { ids });
  const counts: Record<string, number> = {};
  for (const { state } of json as { state: string }[]) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function summaries(): string[] {
  return [...world.site.world.state.issues.values()].map(({ key }) => String(world.fields(key).summary));
}

const titles = () => summaries().filter((title) => /Good|POISON/.test(title));

const createCalls = () => world.jiraCalls().filter((call) => call === 'POST /rest/api/3/issue/bulk').length;

test.each([400, 401, 403, 404, 413, 422])(
  'a bulk that Jira refuses with %i because of two issues makes all the others at once',
  async (status) => {
    world.host.faults.add(fail(status, { ...creates, body: /POISON/ }, refusal));
    world.jiraCalls();
    await portal.post('/v1/findings', { findings: batch(60, [4, 17]) });
    await world.settle();
    expect(await states(60)).toEqual({ synced: 58, held: 2 });
    expect(createCalls()).toBeLessThan(30);
    const { held } = await world.admin('activity.list', {});
    expect(held.map(({ findings }) => findings)).toEqual([2]);
  },
);

test('where Jira refuses everything of a project, a few calls tell so, and it is one cause', async () => {
  world.host.faults.add(fail(400, creates, refusal));
  world.jiraCalls();
  await portal.post('/v1/findings', { findings: batch(100, []) });
  await world.settle();
  expect(await states(100)).toEqual({ held: 100 });
  expect(createCalls()).toBeLessThan(16);
  const { held } = await world.admin('activity.list', {});
  expect(held.map(({ findings }) => findings)).toEqual([100]);
});

test.each<[string, Fault]>([
  ['fails with 500', fail(500, { ...creates, body: /POISON/ })],
  ['fails with 503', fail(503, { ...creates, body: /POISON/ })],
  ['times out', timeOutBefore({ ...creates, body: /POISON/ })],
])(
  'a bulk that %s because of one issue makes the others in smaller bulks, none twice',
  async (_name, fault) => {
    world.host.faults.add(fault);
    await portal.post('/v1/findings', { findings: batch(30, [4]) });
    await world.settle(4 * 60);
    expect(await states(30)).toEqual({ synced: 29, held: 1 });
    expect(
      titles()
        .filter((title) => title.startsWith('Good'))
        .sort(),
    ).toEqual([...new Set(titles())].filter((title) => title.startsWith('Good')).sort());
    const { held } = await world.admin('activity.list', {});
    expect(held.map(({ reason }) => reason.code)).toEqual(['createNeverClear']);
  },
);

test.each<[string, Fault]>([
  ['is told of a conflict (409)', fail(409, { ...creates, body: /POISON/ })],
  ['is refused for its rate', rateLimit({ ...creates, retryAfter: 5, body: /POISON/ })],
])(
  'a bulk that %s for ever because of one issue makes the others, and that one is shown',
  async (_name, fault) => {
    const mend = world.host.faults.add(fault);
    await portal.post('/v1/findings', { findings: batch(30, [4]) });
    await world.settle(20);
    expect(await states(30)).toEqual({ synced: 29, pending: 1 });
    await hours(1);
    expect(await states(30)).toEqual({ synced: 29, held: 1 });
    const { held } = await world.admin('activity.list', {});
    expect(held.map(({ reason }) => reason.code)).toEqual(['createNeverClear']);
    mend();
    await hours(1);
    expect(await states(30)).toEqual({ synced: 30 });
    expect(new Set(titles()).size).toBe(titles().length);
  },
);

test('while Jira limits every create, each pass asks once or twice, and all is made at once when that is over', async () => {
  const mend = world.host.faults.add(rateLimit({ ...creates, retryAfter: 60 }));
  await portal.post('/v1/findings', { findings: batch(100, []) });
  await world.settle(30);
  expect(await states(100)).toEqual({ pending: 100 });
  mend();
  world.jiraCalls();
  await world.settle(5);
  expect(await states(100)).toEqual({ synced: 100 });
  expect(createCalls()).toBeLessThan(40);
});

test('after Jira was down for a quarter of an hour everything is made, each once, in large bulks again', async () => {
  const mend = world.host.faults.add(fail(503, creates));
  await portal.post('/v1/findings', { findings: batch(100, []) });
  await world.settle(15);
  mend();
  world.jiraCalls();
  await hours(3);
  expect(await states(100)).toEqual({ synced: 100 });
  expect(new Set(titles()).size).toBe(100);
  expect(titles()).toHaveLength(100);
  expect(createCalls()).toBeLessThan(20);
});

test('a limit in the middle of halving loses nothing', async () => {
  world.host.faults.add(
    fail(400, { ...creates, body: /POISON/ }, refusal),
    rateLimit({ ...creates, nth: 4, times: 1, retryAfter: 20 }),
  );
  await portal.post('/v1/findings', { findings: batch(20, [3]) });
  await world.settle();
  expect(await states(20)).toEqual({ synced: 19, held: 1 });
  expect(titles()).toHaveLength(19);
});

test.each([400, 401, 403, 409, 500])(
  'an issue that makes a bulk fetch answer %i holds up only its own finding',
  async (status) => {
    await portal.post('/v1/findings', { findings: batch(20, []) });
    await world.settle();
    const [bad] = [...world.site.world.state.issues.values()].filter(
      ({ key }) => String(world.fields(key).summary) === 'Good 7',
    );
    world.host.faults.add(fail(status, { ...reads, body: new RegExp(`"${bad?.id ?? ''}"`) }, refusal));
    await portal.post('/v1/findings', { findings: batch(20, [], { title: 'Changed' }) });
    await world.settle(20);
    expect((await states(20)).deleted).toBeUndefined();
    expect(summaries().filter((summary) => summary === 'Changed')).toHaveLength(19);
    expect(String(world.fields(bad?.key ?? '').summary)).toBe('Good 7');
  },
);

test('while Jira answers no read at all, each pass asks only a few times', async () => {
  await portal.post('/v1/findings', { findings: batch(50, []) });
  await world.settle();
  world.host.faults.add(fail(500, reads));
  world.jiraCalls();
  await portal.post('/v1/findings', { findings: batch(50, [], { title: 'Changed' }) });
  await world.settle(0.5);
  expect(world.jiraCalls().filter((call) => call.endsWith('bulkfetch')).length).toBeLessThan(12);
  expect(await states(50)).toEqual({ pending: 50 });
});

test('an issue that Jira fails to show is asked for ever more rarely, then parked, while its neighbours go on', async () => {
  await portal.post('/v1/findings', { findings: batch(12, []) });
  await world.settle();
  const { id } = world.site.issue('WEB-3');
  const mend = world.host.faults.add(fail(500, { ...reads, body: new RegExp(`"${id}"`) }));
  await portal.post('/v1/findings', { findings: batch(12, [], { title: 'Good, changed' }) });
  await world.settle(5);
  expect(await states(12)).toEqual({ synced: 11, pending: 1 });
  world.jiraCalls();
  await hours(2);
  expect(world.jiraCalls().filter((call) => call.endsWith('/bulkfetch')).length).toBeLessThan(20);
  expect(await states(12)).toEqual({ synced: 11, held: 1 });
  const { held } = await world.admin('activity.list', {});
  expect(held).toMatchObject([{ findings: 1, reason: { code: 'readNeverClear' } }]);
  mend();
  await hours(2);
  expect(await states(12)).toEqual({ synced: 12 });
});

test.each([
  ['an edit', 500, 'PUT', '', { title: 'Good, changed' }],
  ['an edit', 409, 'PUT', '', { title: 'Good, changed' }],
  ['an edit', 429, 'PUT', '', { title: 'Good, changed' }],
  ['a move', 503, 'POST', '/transitions', { status: 'resolved' }],
])(
  'and for %s that Jira answers with %i for ever, at a few calls a day',
  async (_, status, method, of, over) => {
    await portal.post('/v1/findings', { findings: batch(3, []) });
    await world.settle();
    const { id } = world.site.issue('WEB-3');
    const path = new RegExp(`/issue/${id}${of}$`);
    const mend = world.host.faults.add(fail(status, { method, path, times: Infinity }));
    await portal.post('/v1/findings', { findings: batch(3, [], over) });
    await hours(2);
    expect(await states(3)).toEqual({ synced: 2, held: 1 });
    expect((await world.admin('activity.list', {})).held).toMatchObject([
      { findings: 1, reason: { code: 'readNeverClear' } },
    ]);
    world.jiraCalls();
    await hours(24);
    expect(world.jiraCalls().length).toBeLessThan(24 * 12);
    mend();
    await hours(2);
    expect(await states(3)).toEqual({ synced: 3 });
  },
);

test('so it is for what must be done without a snapshot', async () => {
  await portal.post('/v1/findings', { findings: batch(3, []) });
  await world.settle();
  const { id } = world.site.issue('WEB-3');
  const mend = world.host.faults.add(fail(500, { ...reads, body: new RegExp(`"${id}"`) }));
  await portal.post('/v1/findings/delete', { ids: ['F-0', 'F-1', 'F-2'] });
  await hours(2);
  expect(['WEB-1', 'WEB-2', 'WEB-3'].map(world.statusOf)).toEqual(['Done', 'Done', 'To Do']);
  expect((await world.admin('activity.list', {})).held).toMatchObject([
    { findings: 1, reason: { code: 'readNeverClear' } },
  ]);
  mend();
  await hours(2);
  expect(world.statusOf('WEB-3')).toBe('Done');
});
