import { fail } from '../sandbox/faults';
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

const refusal = { errorMessages: ['Closed for today'], errors: {} };
const creates = { method: 'POST', path: /\/issue\/bulk$/, times: Infinity };
const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * 60_000 });
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => finding({ id: `F-${String(n)}`, title: `Good ${String(n)}` }));

async function statesOf(count: number): Promise<Record<string, number>> {
  const ids = Array.from({ length: count }, (_, n) => `F-${String(n)}`);
  const { json } = await portal.post('/v1/findings/lookup', { ids });
  const counts: Record<string, number> = {};
  for (const { state } of json as { state: string }[]) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
const held = async () => (await world.admin('activity.list', {})).held;
const createCalls = () => world.jiraCalls().filter((call) => call === 'POST /rest/api/3/issue/bulk').length;

test('while a cause stands one finding of it is tried an hour, and once that passes all of it go on', async () => {
  const mend = world.host.faults.add(fail(400, creates, refusal));
  await portal.post('/v1/findings', { findings: many(30) });
  await world.settle();
  expect(await statesOf(30)).toEqual({ held: 30 });
  world.jiraCalls();
  await pass(3 * 60);
  expect(createCalls()).toBeLessThanOrEqual(4);
  expect(await statesOf(30)).toEqual({ held: 30 });
  mend();
  await pass(80);
  expect(await statesOf(30)).toEqual({ synced: 30 });
  expect(await held()).toEqual([]);
});

test('saving settings tries what they hold up, without a click', async () => {
  await world.useSpaces({ product: 'PAY', security: null });
  await portal.post('/v1/findings', { findings: many(3) });
  await world.settle();
  expect(await statesOf(3)).toEqual({ held: 3 });
  await world.useSpaces({ product: 'WEB', security: null });
  await world.settle();
  expect(await statesOf(3)).toEqual({ synced: 3 });
  expect(await held()).toEqual([]);
});

test('more than a hundred causes are all shown, and "Retry all" is all', async () => {
  const missing = many(120).map((one, n) => ({ ...one, existing: { product: `WEB-${String(9000 + n)}` } }));
  await portal.post('/v1/findings', { findings: missing });
  await world.settle();
  expect(await held()).toHaveLength(120);
  world.jiraCalls();
  expect(await world.admin('activity.retry', {})).toMatchObject({ more: true });
  await world.settle();
  // The first goes at once, the others by bells: each asks Jira for its issue again.
  expect(world.jiraCalls().length).toBeGreaterThan(0);
  expect(await held()).toHaveLength(120);
});

test('a retry of more than a thousand findings of one cause reaches every one of them', async () => {
  await world.useSpaces({ product: null, security: null });
  const all = many(1_050);
  for (const from of [0, 500, 1_000])
    await portal.post('/v1/findings', { findings: all.slice(from, from + 500) });
  await world.settle();
  expect((await held())[0]?.findings).toBe(1_050);
  await world.useSpaces({ security: null });
  await world.admin('activity.retry', {});
  await world.settle();
  expect(await held()).toEqual([]);
  expect(world.site.world.state.issues.size).toBe(1_050);
});

test('a sweep with nothing to do costs two reads of storage, no write and no call to Jira', async () => {
  await portal.post('/v1/findings', { findings: many(3) });
  await world.settle();
  await pass(30);
  const from = world.host.journal.entries.length;
  const before = { ...world.host.kvs.use };
  world.jiraCalls();
  await pass(5);
  const told = world.host.journal.entries.slice(from).filter(({ text }) => text.includes('sweep'));
  expect(told.length).toBeGreaterThan(0);
  const { use } = world.host.kvs;
  expect(use.reads - before.reads).toBeLessThanOrEqual(2);
  expect(use.writes - before.writes).toBe(0);
  expect(world.jiraCalls()).toEqual([]);
});
