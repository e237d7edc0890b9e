import fc from 'fast-check';
import { ownValue } from '../../src/core/data/own-value';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const ask = (name: string, input: unknown) => world.adminAs(PEOPLE.admin, name, input);
const invalid = { error: { code: 'invalid' } };

test('a record holds what it was given under a name, and nothing that it only inherits', () => {
  const name = fc.oneof(fc.constantFrom(...inherited), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.integer())), name, (entries, asked) => {
      const record = Object.fromEntries(entries);
      expect(ownValue(record, asked)).toBe(new Map(entries).get(asked));
    }),
  );
});

test('findings of products that are called like what every object knows become issues, and the pages show them', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  const findings = inherited.map((name) =>
    finding({ id: name, product: name, group: name, tool: name, attributes: { constructor: name } }),
  );
  await portal.post('/v1/findings', { findings });
  await world.settle();
  const looked = await portal.post('/v1/findings/lookup', { ids: inherited });
  expect(looked.json).toEqual(
    inherited.map((id) => expect.objectContaining({ id, state: 'synced' }) as unknown),
  );
  const { products } = await world.admin('products.list', {});
  expect(new Map(products.map((row) => [row.product, row.settings]))).toEqual(
    new Map(inherited.map((name) => [name, {}])),
  );
});

test.each(['products.list', 'activity.list', 'audit.list'])(
  '%s refuses a place to go on from that the app never gave out',
  async (call) => {
    for (const cursor of ['nonsense', '{"constructor":1}', 'bm9uc2Vuc2U', 'null'])
      expect(await ask(call, { cursor })).toMatchObject(invalid);
  },
);

test('a receipt that cannot be one is refused, and one that nobody gave out is not found', async () => {
  for (const receipt of ['../x', 'a b', '{}', 'ä'])
    expect(await ask('receipts.find', { receipt })).toMatchObject(invalid);
  expect(await ask('receipts.find', { receipt: '0123456789abcdef' })).toEqual({});
});

test('what is no id in Jira is not saved as one', async () => {
  for (const id of ['10000) OR project is not EMPTY', '"', 'a b', 'x'.repeat(200)])
    expect(
      await ask('settings.save', {
        section: 'spaces',
        version: 0,
        value: { product: { enabled: true, project: { id }, issueType: { id: '10001' } } },
      }),
    ).toMatchObject({ error: { code: 'invalid', errors: [{ path: 'product.project' }] } });
});
