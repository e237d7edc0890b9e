import { rowsOf } from '../../src/core/activity/rows';
import type { AdminCall, AdminInput } from '../../src/contract/api';
import { sha256 } from '../../src/core/data/hash';
import { createWorld, finding, type Portal, start, type World } from '../support/world';

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

const dayMs = 86_400_000;
const few = 1_000;
const many = 5_000;

async function units<Name extends AdminCall>(name: Name, input: AdminInput<Name>): Promise<number> {
  const before = { ...world.host.kvs.use };
  await world.admin(name, input);
  const { readUnits, writeUnits } = world.host.kvs.use;
  return readUnits - before.readUnits + writeUnits - before.writeUnits;
}

/** Batches of one finding each, spread over a day; `from`: the number of the first. */
function plantActivity(day: number, from: number, count: number): void {
  const rows = Array.from({ length: count }, (_, number) => {
    const product = `product-${String((from + number) % 50)}`;
    const outcome = (from + number) % 500 === 0 ? 'deleted' : 'changed';
    return rowsOf({
      id: `seed${String(day)}x${String(from + number)}`,
      at: start - day * dayMs - 3_600_000 - number,
      connection: portal.key,
      counts: { [outcome]: 1 },
      jiraCalls: 1,
      jiraPoints: 2,
      items: [{ finding: `F-${String(from + number)}`, product, outcome, issues: ['WEB-1'] }],
    });
  });
  world.host.kvs.plant(
    rows.flat().map((value) => ({ key: `activity:${value.body.id}-${String(value.body.n)}`, value })),
    'activity',
  );
}

test('a page of activity costs the same, however much was done', async () => {
  plantActivity(0, 0, few);
  const wanted = [{}, { product: 'product-7' }, { outcome: 'deleted' }] as const;
  const before: number[] = [];
  for (const one of wanted) before.push(await units('activity.list', one));
  plantActivity(0, few, many - few);
  for (const [at, one] of wanted.entries()) {
    const after = await units('activity.list', one);
    expect(after).toBeLessThanOrEqual((before[at] ?? 0) + 3);
    expect(after).toBeLessThanOrEqual(200);
  }
});

test('activity of a product or an outcome is found page by page, each batch once, and nothing else', async () => {
  for (const day of [0, 3, 20]) plantActivity(day, 0, few);
  const pages = async (wanted: AdminInput<'activity.list'>) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    let reached = Infinity;
    do {
      const page = await world.admin('activity.list', { ...wanted, ...(cursor !== undefined && { cursor }) });
      expect(page.from).toBeLessThanOrEqual(reached);
      reached = page.from;
      for (const { id, items } of page.activities) {
        ids.push(id);
        for (const { product, outcome } of items) expect({ product, outcome }).toMatchObject(wanted);
      }
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    return ids.length;
  };
  expect(await pages({ product: 'product-7' })).toBe(60);
  expect(await pages({ outcome: 'deleted' })).toBe(6);
  expect(await pages({})).toBe(3 * few);
});

test('a search reads at most 200 units a call, says how far back it got, and gets to the end', async () => {
  for (const day of [0, 12, 29]) plantActivity(day, 0, many);
  const needle = `F-${String(many - 1)}`;
  let cursor: string | undefined;
  let reached = Infinity;
  const found: number[] = [];
  do {
    const before = world.host.kvs.use.readUnits;
    const page = await world.admin('activity.search', {
      text: needle,
      ...(cursor !== undefined && { cursor }),
    });
    expect(world.host.kvs.use.readUnits - before).toBeLessThanOrEqual(200);
    expect(page.from).toBeLessThan(reached);
    reached = page.from;
    found.push(...page.activities.map(({ at }) => at));
    cursor = page.next;
  } while (cursor !== undefined);
  expect(found).toHaveLength(3);
  expect(reached).toBeLessThanOrEqual(start - 30 * dayMs);
});

test('rows of large batches cost a call no more, and each batch is read whole', async () => {
  const items = Array.from({ length: 100 }, (_, number) => ({
    finding: `F-${'x'.repeat(100)}-${String(number)}`,
    product: 'shop',
    title: `Needle ${'t'.repeat(100)} ${String(number)}`,
    outcome: 'created' as const,
    issues: ['WEB-1', 'SEC-1'],
  }));
  const rows = Array.from({ length: 400 }, (_, number) =>
    rowsOf({
      id: `large${String(number)}`,
      at: start - 3_600_000 - number,
      connection: portal.key,
      counts: { created: 100 },
      jiraCalls: 1,
      jiraPoints: 2,
      items,
    }),
  );
  world.host.kvs.plant(
    rows.flat().map((value) => ({ key: `activity:${value.body.id}-${String(value.body.n)}`, value })),
    'activity',
  );
  expect(await units('activity.list', {})).toBeLessThanOrEqual(200);
  expect(await units('activity.search', { text: 'nothing like it' })).toBeLessThanOrEqual(200);
  let cursor: string | undefined;
  const sizes = new Map<string, number>();
  do {
    const page = await world.admin('activity.search', {
      text: 'needle',
      ...(cursor !== undefined && { cursor }),
    });
    for (const { id, items: some } of page.activities) sizes.set(id, (sizes.get(id) ?? 0) + some.length);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(sizes.size).toBe(400);
  expect(new Set(sizes.values())).toEqual(new Set([100]));
});

test('a day long ago is found at once: nothing is read of the days after it', async () => {
  for (const day of [0, 20]) plantActivity(day, 0, few);
  const at = start - 20 * dayMs;
  const asked = { after: at - dayMs, before: at, connection: portal.key };
  expect(await units('activity.search', asked)).toBeLessThanOrEqual(25);
  const { activities } = await world.admin('activity.search', asked);
  expect(activities.length).toBeGreaterThanOrEqual(20);
  for (const one of activities) expect(one.at).toBeLessThanOrEqual(at);
});

test('the totals are counted once, and from then on cost the same, however much was done', async () => {
  for (const day of [0, 1, 2]) plantActivity(day, 0, few);
  await world.host.runSchedule('reconcile');
  const before = await units('activity.stats', {});
  plantActivity(5, 0, many);
  expect(await units('activity.stats', {})).toBe(before);
  const { days, upTo } = await world.admin('activity.stats', {});
  expect(days.at(-2)?.counts).toEqual({ changed: few - 2, deleted: 2 });
  expect(upTo).toBeUndefined();
});

test('totals that cannot be brought up to date in one call say how far they reach, and get there', async () => {
  for (const day of [2, 1, 0]) plantActivity(day, 0, many);
  const first = await world.admin('activity.stats', {});
  expect(first.upTo).toBeLessThan(start);
  await world.host.runSchedule('reconcile');
  const { days, upTo } = await world.admin('activity.stats', {});
  expect(upTo).toBeUndefined();
  for (const total of days.slice(-3)) expect(total.counts).toEqual({ changed: many - 10, deleted: 10 });
});

test('a product is found among thousands by any part of its name, in one call', async () => {
  const names = Array.from({ length: 2_000 }, (_, number) => `product-${String(number).padStart(5, '0')}`);
  world.host.kvs.plant(
    names.map((name) => ({ key: sha256(name), value: { name, firstSeenAt: start } })),
    'product',
  );
  expect(await world.admin('products.list', { search: 'T-01999' })).toMatchObject({
    products: [{ product: 'product-01999' }],
  });
  expect(await units('products.list', { search: 'T-01999' })).toBeLessThanOrEqual(200);
});

test('what earlier versions stored of activity is still listed and counted', async () => {
  const old = (at: number, id: string) => ({
    key: `activity:${String(9e15 - at).padStart(16, '0')}:${id}`,
    value: {
      id,
      at,
      connection: portal.key,
      counts: { created: 1 },
      jiraCalls: 1,
      items: [{ finding: 'F-1', product: 'shop', outcome: 'created', issues: ['WEB-1'] }],
    },
  });
  world.host.kvs.plant([old(start - 3_600_000, 'a'), old(start - 2 * dayMs, 'b')]);
  world.host.kvs.plant([
    { key: 'activity-day:2026-01-13', value: { day: '2026-01-13', counts: { created: 4 }, jiraCalls: 9 } },
  ]);
  await portal.post('/v1/findings', { findings: [finding()] });
  await world.settle();
  const { activities, next } = await world.admin('activity.list', {});
  expect([activities.length, activities[1]?.id, activities[2]?.id, next]).toEqual([3, 'a', 'b', undefined]);
  const { days } = await world.admin('activity.stats', {});
  expect(days.at(-1)?.counts).toEqual({ created: 2 });
  expect(days.at(-3)?.counts).toEqual({ created: 4 });
  await world.host.runSchedule('reconcile');
  expect((await world.admin('activity.stats', {})).days).toEqual(days);
});
