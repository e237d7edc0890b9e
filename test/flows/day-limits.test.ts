/** Rules that make issues of so many findings a day: the others wait their turn, the worst first, and none is lost. */
import { createWorld, finding, type Portal, type World } from '../support/world';
import { rule, summaries } from './rules-support';

const hour = 60 * 60_000;
let world: World;
let portal: Portal;

async function begin(perDay: number, host: object = {}): Promise<void> {
  world = createWorld({ host });
  await world.useSpaces();
  await world.save('rules', [rule('a', { then: { create: 'both', cap: { perDay } } })] as never);
  portal = await world.connect();
}
afterEach(() => {
  world.close();
});

const of = (severity: string, id: string, more: object = {}) =>
  finding({ id, severity, title: `${severity} ${id}`, ...more });

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

/** Lets days pass; schedules run. */
async function days(count: number): Promise<void> {
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: count * 24 * hour });
}

const inProduct = () => summaries(world).filter((_, index) => index % 2 === 0);
const held = async () => (await world.admin('activity.list', {})).held;
const states = async (...ids: string[]) =>
  ((await portal.post('/v1/findings/lookup', { ids })).json as { state: string; reason?: string }[]).map(
    ({ state }) => state,
  );

test('of what comes together the worst are made, and the others wait as one entry', async () => {
  await begin(2);
  await send(of('low', 'A'), of('critical', 'B'), of('medium', 'C'), of('high', 'D'), of('low', 'E'));
  expect(new Set(summaries(world))).toEqual(new Set(['critical B', 'high D']));
  expect(await states('A', 'B', 'C')).toEqual(['held', 'synced', 'held']);
  expect(await held()).toMatchObject([
    { findings: 3, reason: { code: 'dayFull', rule: 'Rule a', perDay: 2 } },
  ]);
});

test('each day the worst of those that wait have their turn, also before what comes on that day', async () => {
  await begin(1);
  await send(of('low', 'A'), of('high', 'B'), of('critical', 'C'));
  expect(new Set(summaries(world))).toEqual(new Set(['critical C']));
  // Past midnight (UTC), and before anybody looked at those that wait.
  await world.clock.sleep(15 * hour + 60_000);
  await send(of('medium', 'D'));
  expect(new Set(summaries(world))).toEqual(new Set(['critical C', 'high B']));
  await days(1);
  await days(1);
  expect(new Set(summaries(world))).toEqual(new Set(['critical C', 'high B', 'medium D', 'low A']));
  expect(await held()).toEqual([]);
});

test('what comes when nobody waits and places are left is made at once', async () => {
  await begin(2);
  await send(of('low', 'A'));
  await send(of('low', 'B'));
  expect(await states('A', 'B')).toEqual(['synced', 'synced']);
});

test('an admin may have all that wait made now; a retry of everything leaves them alone', async () => {
  await begin(1);
  await send(of('low', 'A'), of('low', 'B'), of('low', 'C'));
  await world.admin('activity.retry', {});
  await world.settle();
  expect(new Set(summaries(world)).size).toBe(1);
  const [entry] = await held();
  await world.admin('activity.retry', { cause: entry?.cause ?? '' });
  await world.settle();
  expect(await states('A', 'B', 'C')).toEqual(['synced', 'synced', 'synced']);
});

test('a changed limit holds at once, and without one all are made', async () => {
  await begin(1);
  await send(of('low', 'A'), of('medium', 'B'), of('high', 'C'), of('low', 'D'));
  await world.save('rules', [rule('a', { then: { create: 'both', cap: { perDay: 2 } } })] as never);
  await world.settle();
  expect(new Set(summaries(world))).toEqual(new Set(['high C', 'medium B']));
  await world.save('rules', [rule('a')] as never);
  await world.settle();
  expect(await states('A', 'B', 'C', 'D')).toEqual(['synced', 'synced', 'synced', 'synced']);
});

const worse = { field: 'severity', op: 'atLeast', value: 'high' };
const cap = { perDay: 1 };
test.each([
  ['is switched off', { enabled: false, then: { create: 'both', cap } }, 'skipped skipped', []],
  ['makes no issues', { then: { create: 'none', cap } }, 'skipped skipped', []],
  ['takes others only', { when: worse, then: { create: 'both', cap } }, 'skipped held', [1]],
  ['gathers them in one issue', { then: { create: 'both', cap, groupBy: ['product'] } }, 'held held', [1]],
])('what waits for a rule that %s is decided anew at once', async (_how, more, expected, waiting) => {
  await begin(1);
  await send(of('critical', 'A'), of('low', 'B'), of('high', 'C'));
  await world.save('rules', [rule('a', more as never)] as never);
  await world.settle();
  expect(await states('B', 'C')).toEqual(expected.split(' '));
  expect((await held()).map(({ findings }) => findings)).toEqual(waiting);
  await days(1);
  expect(await states('C')).toEqual([waiting.length > 0 ? 'synced' : 'skipped']);
});

test('issues that are there are changed whatever the limit, and what is resolved waits no more', async () => {
  await begin(1);
  await send(of('high', 'A'), of('low', 'B'));
  await send(of('high', 'A', { title: 'Another title' }), of('low', 'B', { status: 'resolved' }));
  expect(new Set(summaries(world))).toEqual(new Set(['Another title']));
  expect(await states('B')).toEqual(['skipped']);
  await days(2);
  expect(await held()).toEqual([]);
});

test('a severity that rises while it waits comes earlier, and waiting is no new beginning', async () => {
  await begin(1);
  await send(of('high', 'A'), of('low', 'B'), of('medium', 'C'));
  await send(of('critical', 'B'));
  await days(1);
  expect(new Set(summaries(world))).toEqual(new Set(['high A', 'critical B']));
});

test('nobody waits for ever behind what is worse and comes later', async () => {
  await begin(1);
  await send(of('high', 'A'), of('low', 'B'));
  for (let day = 0; day < 14; day += 1) {
    await days(1);
    await send(of('high', `D${String(day)}`));
  }
  expect(await states('B')).toEqual(['synced']);
});

test('many workers and a request of a thousand never make more than the limit', async () => {
  await begin(30);
  const some = Array.from({ length: 1000 }, (_, index) => of('low', `F-${String(index)}`));
  await send(...some.slice(0, 500));
  await send(...some.slice(500));
  expect(inProduct()).toHaveLength(30);
  expect((await held())[0]).toMatchObject({ reason: { code: 'dayFull' } });
  await days(1);
  expect(inProduct()).toHaveLength(60);
});
