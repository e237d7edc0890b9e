import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { problem, receiptOf, thrown } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  await world.useSpaces();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const of = (product: string, over: object = {}) =>
  finding({ id: '1', product, title: `Finding in ${product}`, ...over });
const lookup = async (body: object) => (await portal.post('/v1/findings/lookup', body)).json;
async function send(...findings: unknown[]) {
  const answer = await portal.post('/v1/findings', { findings });
  await world.settle();
  return answer;
}
/** A portal that counts the findings of each product by themselves. */
async function perProduct(): Promise<void> {
  const made = await world.admin('connections.create', { name: 'P', method: 'signature', ids: 'product' });
  if (!('secret' in made)) throw new Error('no secret');
  portal = world.portalWith(made.connection, made.baseUrl, made.secret);
}

test('an id that a request uses for two products is refused for the second, with what to do', async () => {
  portal = await world.connect();
  const answer = await send(of('shop'), of('pay'), of('shop', { title: 'Newer' }));
  expect(answer).toMatchObject({
    status: 202,
    json: {
      accepted: 2,
      rejected: [
        { index: 1, id: '1', errors: [{ path: 'id', message: expect.stringContaining('unique') as string }] },
      ],
    },
  });
  expect(world.fields('WEB-1').summary).toContain('Newer');
});

test('a known id that comes later with another product is the same finding in its new product', async () => {
  portal = await world.connect();
  await send(of('shop'));
  await send(of('pay'));
  expect(world.site.world.state.issues.size).toBe(2);
  expect(world.fields('WEB-1').summary).toContain('pay');
});

test('where ids are unique within a product, the same id makes issues for each of them', async () => {
  await perProduct();
  const posted = await send(of('shop'), of('pay'));
  expect(posted).toMatchObject({ json: { accepted: 2, rejected: [] } });
  expect(await lookup({ product: 'shop', ids: ['1'] })).toMatchObject([
    { id: '1', product: 'shop', state: 'synced', issues: { product: { key: 'WEB-1' } } },
  ]);
  expect(await lookup({ product: 'pay', ids: ['1', '2'] })).toMatchObject([
    { id: '1', product: 'pay', issues: { product: { key: 'WEB-2' } } },
    { id: '2', product: 'pay', state: 'unknown' },
  ]);
  const receipt = await portal.get(`/v1/receipts/${receiptOf(posted)}`);
  expect(receipt.json).toMatchObject({
    findings: [
      { id: '1', product: 'shop' },
      { id: '1', product: 'pay' },
    ],
  });
});

test('there a lookup and a deletion must name the product', async () => {
  await perProduct();
  for (const path of ['/v1/findings/lookup', '/v1/findings/delete'])
    expect(await portal.post(path, { ids: ['1'] })).toMatchObject(
      problem(422, { errors: [{ path: 'product', message: 'is required' }] }),
    );
});

test('there a deletion touches the finding of its product alone', async () => {
  await perProduct();
  await send(of('shop'), of('pay'));
  await portal.post('/v1/findings/delete', { product: 'pay', ids: ['1'] });
  await world.settle();
  expect(['WEB-1', 'WEB-2'].map((key) => world.statusOf(key))).toEqual(['To Do', 'Done']);
});

test('there events, the panel, the story and the rebuilding find the right one', async () => {
  await perProduct();
  await send(of('shop'), of('pay'));
  world.move('WEB-2', 'Done', PEOPLE.developer);
  await world.settle();
  expect(['SEC-1', 'SEC-2'].map((key) => world.statusOf(key))).toEqual(['Open', 'Closed']);
  const issue = { id: world.site.issue('WEB-2').id, key: 'WEB-2' };
  const panel = await world.host.invokeResolver(
    'jira:issuePanel',
    'finding',
    'panel.get',
    {},
    {
      accountId: PEOPLE.admin,
      extension: { issue },
    },
  );
  expect(panel).toMatchObject({ finding: { id: '1', product: 'pay' }, linked: {} });
  const story = await world.admin('findings.story', { connection: portal.key, finding: '1', product: 'pay' });
  expect(story).toMatchObject({ product: 'pay', issues: [{ key: 'WEB-2' }, { key: 'SEC-2' }] });
  expect(story.entries.some((entry) => 'issues' in entry && entry.issues.includes('WEB-1'))).toBe(false);
});

test('there a complete report resolves what its product lacks and leaves the others alone', async () => {
  await perProduct();
  const result = { ruleId: 'sqli', level: 'error', message: { text: 'SQL injection' } };
  const post = async (product: string, results: object[]) => {
    const report = { version: '2.1.0', runs: [{ tool: { driver: { name: 'Scanner' } }, results }] };
    await portal.post(`/v1/products/${product}/reports/sarif?complete=true`, report);
    await world.settle();
  };
  await post('shop', [result]);
  await post('pay', [result]);
  await post('pay', []);
  expect(['WEB-1', 'WEB-2'].map((key) => world.statusOf(key))).toEqual(['To Do', 'Done']);
});

test('the list of connections tells within what their ids are unique', async () => {
  portal = await world.connect();
  await perProduct();
  expect((await world.admin('connections.list', {})).connections).toMatchObject([
    { ids: 'connection' },
    { ids: 'product' },
  ]);
});
