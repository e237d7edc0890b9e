import { Identity } from '../../src/contract/identity';
import { crashAfterCall, fail } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { at, logOf } from '../formats/sarif/support';

let world: World;
let portal: Portal;

async function begin(ids: 'connection' | 'product'): Promise<void> {
  world = createWorld();
  const made = await world.admin('connections.create', { name: 'P', method: 'signature', ids });
  if (!('secret' in made)) throw new Error('no secret');
  portal = world.portalWith(made.connection, made.baseUrl, made.secret);
  await world.useSpaces();
}
afterEach(() => {
  world.close();
});

const later = (minutes = 60) => world.host.runUntilIdle({ maxVirtualMs: minutes * 60_000, schedules: true });
const named = (product: string, ...ids: string[]) => ({
  findings: ids.map((id) => finding({ id, product, title: `Words of ${id}` })),
});
const rename = (from: string, to: unknown) => portal.post(`/v1/products/${from}/rename`, { to });

/** Every issue's product by its identity, and what tells findings apart. */
function issues(): { id: string; product: string }[] {
  const all = [...world.site.world.state.issues.values()].map(({ properties }) =>
    Identity.parse(properties['security-finding']),
  );
  return all.map(({ id, product }) => ({ id, product })).sort((one, other) => one.id.localeCompare(other.id));
}
const both = (product: string, ...ids: string[]) =>
  ids.flatMap((id) => [
    { id, product },
    { id, product },
  ]);

describe.each(['connection', 'product'] as const)('where ids are unique within the %s', (ids) => {
  const lookup = async (product: string, ...wanted: string[]) => {
    const body = ids === 'product' ? { product, ids: wanted } : { ids: wanted };
    const { json } = await portal.post('/v1/findings/lookup', body);
    return (json as { state: string }[]).map(({ state }) => state);
  };
  beforeEach(() => begin(ids));

  test('a renamed product takes its findings, issues and settings along, and makes none anew', async () => {
    await portal.post('/v1/findings', named('shop', 'A', 'B'));
    await world.settle();
    await world.save('products', { shop: { product: { labels: ['team'] } } });
    world.jiraCalls();
    expect(await rename('shop', 'store')).toMatchObject({ status: 202, json: { from: 'shop', to: 'store' } });
    await later();
    expect(issues()).toEqual(both('store', 'A', 'B'));
    const writes = world
      .jiraCalls()
      .filter((call) => /^(PUT|DELETE|POST (?!.*(bulkfetch|search)))/.test(call));
    expect(writes).toEqual(['POST /rest/api/3/issue/properties/multi']);
    expect(await lookup('store', 'A', 'B')).toEqual(['synced', 'synced']);
    const { document } = await world.admin('settings.get', {});
    expect(document.products).toEqual({ store: { product: { labels: ['team'] } } });
    const { products } = await world.admin('products.list', {});
    expect(products.map(({ product }) => product)).toEqual(['store']);
  });

  test('what is on its way, and what comes under either name in between, is no new finding', async () => {
    await portal.post('/v1/findings', named('shop', 'A'));
    await world.settle();
    await portal.post('/v1/findings', named('shop', 'A', 'B'));
    await rename('shop', 'store');
    await portal.post('/v1/findings', named('store', 'A', 'C'));
    await portal.post('/v1/findings', named('shop', 'B', 'C'));
    expect(await lookup('shop', 'A')).toEqual(['pending']);
    await later();
    expect(issues()).toEqual(both('store', 'A', 'B', 'C'));
    await portal.post('/v1/findings', named('shop', 'A', 'B', 'C'));
    await later();
    expect(issues()).toEqual(both('store', 'A', 'B', 'C'));
    expect(await lookup('store', 'A', 'B', 'C')).toEqual(['synced', 'synced', 'synced']);
  });

  test('an issue that is closed in Jira in between closes its other one', async () => {
    await portal.post('/v1/findings', named('shop', 'A'));
    await world.settle();
    await rename('shop', 'store');
    world.move('WEB-1', 'Done');
    await later();
    expect(world.statusOf('SEC-1')).toBe('Closed');
    expect(issues()).toEqual(both('store', 'A'));
  });

  test('reports go on knowing their findings', async () => {
    const report = (...rules: string[]) =>
      logOf(rules.map((rule) => ({ ruleId: rule, message: { text: rule }, ...at(`${rule}.c`) })));
    const send = (product: string, ...rules: string[]) =>
      portal.post(`/v1/products/${product}/reports/sarif?complete=true`, report(...rules));
    await send('shop', 'A', 'B');
    await world.settle();
    await rename('shop', 'store');
    await send('store', 'B', 'C');
    await later();
    expect(issues().map(({ product }) => product)).toEqual(Array(6).fill('store'));
    expect([1, 2, 3].map((number) => world.statusOf(`WEB-${String(number)}`)).sort()).toEqual([
      'Done',
      'To Do',
      'To Do',
    ]);
    await send('store', 'A', 'B', 'C');
    await later();
    expect(issues()).toHaveLength(6);
  });

  test('renamed again and back, it is what it was', async () => {
    await portal.post('/v1/findings', named('shop', 'A', 'B'));
    await world.settle();
    await rename('shop', 'store');
    await rename('store', 'market');
    await later();
    expect(issues()).toEqual(both('market', 'A', 'B'));
    expect((await rename('market', 'shop')).status).toBe(202);
    await later();
    await portal.post('/v1/findings', named('shop', 'A', 'B'));
    await later();
    expect(issues()).toEqual(both('shop', 'A', 'B'));
  });

  test('renamed twice from its old name, it goes by the last one, and all of it follows', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `F${String(index + 10)}`);
    await portal.post('/v1/findings', named('shop', ...many));
    await world.settle();
    expect((await rename('shop', 'store')).status).toBe(202);
    expect((await rename('shop', 'market')).status).toBe(202);
    await portal.post('/v1/findings', named('store', ...many.slice(0, 10)));
    await portal.post('/v1/findings', named('market', ...many.slice(5, 15)));
    await portal.post('/v1/findings', named('shop', ...many.slice(10, 20)));
    await later();
    expect(issues()).toEqual(both('market', ...many));
    for (const product of ['shop', 'store', 'market'])
      await portal.post('/v1/findings', named(product, ...many));
    await later();
    expect(issues()).toEqual(both('market', ...many));
  });

  test('renamed from its old name when it went by another one already, it follows, though another connection still has the old name', async () => {
    const other = await world.admin('connections.create', { name: 'Q', method: 'signature', ids });
    if (!('secret' in other)) throw new Error('no secret');
    const theirs = world.portalWith(other.connection, other.baseUrl, other.secret);
    await theirs.post('/v1/findings', named('shop', 'Z'));
    await portal.post('/v1/findings', named('shop', 'A', 'B'));
    await world.settle();
    await rename('shop', 'store');
    await later();
    expect((await rename('shop', 'market')).status).toBe(202);
    await later();
    for (const product of ['shop', 'store', 'market'])
      await portal.post('/v1/findings', named(product, 'A', 'B'));
    await later();
    expect(issues()).toEqual([...both('market', 'A', 'B'), ...both('shop', 'Z')]);
  });

  test('renamed from its old name to a third one and to the second again, it goes by the second', async () => {
    await portal.post('/v1/findings', named('shop', 'A', 'B'));
    await world.settle();
    for (const to of ['store', 'market', 'store']) {
      expect((await rename('shop', to)).status).toBe(202);
      await later();
      await portal.post('/v1/findings', named('shop', 'A', 'B'));
      await later();
      expect([to, issues()]).toEqual([to, both(to, 'A', 'B')]);
    }
  });

  test('a worker that dies between two renames from the old name leaves nothing behind', async () => {
    await portal.post('/v1/findings', named('p0', 'A', 'B'));
    await world.settle();
    for (let [round, calls] = [0, 1]; calls < 30; calls += 4, round += 1) {
      const [from, first, last] = [`p${String(round)}`, `q${String(round)}`, `p${String(round + 1)}`];
      await rename(from, first);
      world.host.faults.add(crashAfterCall(calls, { on: 'kvs' }));
      await rename(from, last).catch(() => undefined);
      await later(20);
      world.host.faults.clear();
      await rename(from, last);
      await portal.post('/v1/findings', named(from, 'A'));
      await later(90);
      expect([calls, issues()]).toEqual([calls, both(last, 'A', 'B')]);
    }
  });

  test('a name that has findings is refused with the fix, so is the same one, and one that nobody knows', async () => {
    await portal.post('/v1/findings', named('shop', 'A'));
    await portal.post('/v1/findings', named('store', 'B'));
    await world.settle();
    expect(await rename('shop', 'store')).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'to', message: expect.stringContaining('no findings') as string }] },
    });
    expect((await rename('shop', 'shop')).status).toBe(422);
    expect((await rename('shop', '')).status).toBe(422);
    expect((await rename('ship', 'store')).status).toBe(404);
    expect(issues()).toEqual([...both('shop', 'A'), ...both('store', 'B')]);
  });

  test('a worker that dies after any call, or an issue that Jira does not let go, leaves nothing behind', async () => {
    await portal.post('/v1/findings', named('p0', 'A', 'B'));
    await world.settle();
    let [round, calls] = [0, 1];
    for (; calls < 30; calls += 4, round += 1) {
      world.host.faults.add(crashAfterCall(calls, { on: 'kvs' }));
      await rename(`p${String(round)}`, `p${String(round + 1)}`).catch(() => undefined);
      world.host.faults.add(fail(400, { path: /properties\/multi/, times: round % 2 === 0 ? Infinity : 0 }));
      await later(20);
      world.host.faults.clear();
      await rename(`p${String(round)}`, `p${String(round + 1)}`);
      await portal.post('/v1/findings', named(`p${String(round + 1)}`, 'A'));
      await later(90);
      expect([calls, issues()]).toEqual([calls, both(`p${String(round + 1)}`, 'A', 'B')]);
    }
  });
});
