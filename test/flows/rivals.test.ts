import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

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

const hourMs = 60 * 60_000;
const pathOf = (key: string) => `/rest/api/3/issue/${key}/properties/security-finding`;
const identityOf = (key: string) =>
  (world.site.call({ path: pathOf(key), as: PEOPLE.admin }).value as { value: Record<string, unknown> })
    .value;
/** Whoever may edit an issue can write into it that it is what another one is. */
function forge(key: string, body: Record<string, unknown>): void {
  const call = { method: 'PUT', path: pathOf(key), as: PEOPLE.admin, body: body as never };
  expect(world.site.call(call).status).toBeLessThan(300);
}
async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}
async function look(id: string): Promise<unknown> {
  return ((await portal.post('/v1/findings/lookup', { ids: [id] })).json as unknown[])[0];
}
const held = async () => (await world.admin('activity.list', {})).held;
const choose = async (issue: string) => {
  const [{ cause } = { cause: '' }] = await held();
  return world.admin('activity.choose', { cause, issue });
};
const remove = (key: string) => {
  world.site.call({ method: 'DELETE', path: `/rest/api/3/issue/${key}`, as: PEOPLE.admin });
};
const issues = () => world.site.world.state.issues.size;

async function rebuild(): Promise<void> {
  await world.admin('rebuild.start', { connection: portal.key });
  await world.settle();
}
/** The app forgot everything, and links its issues again. */
async function reinstall(): Promise<void> {
  await world.admin('connections.archive', { connection: portal.key });
  await world.admin('connections.forget', { connection: portal.key });
  await world.host.drainQueue();
  portal = await world.connect('Portal after the reinstall');
  await rebuild();
}
/** WEB-1, the issue of F-1, and WEB-2, which was that of F-2, both say that they are that of F-2. */
async function contested(forged = 'WEB-1', true_ = 'WEB-2'): Promise<void> {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  forge(forged, identityOf(true_));
  await reinstall();
}

const claims = (...keys: string[]) => [
  { findings: 1, reason: { code: 'rivalIssues', finding: 'F-2', role: 'product', keys } },
];

test('issues that claim the same finding are parked with their keys, and whoever is first wins nothing', async () => {
  await contested();
  expect(await held()).toMatchObject(claims('WEB-1', 'WEB-2'));
  expect(await look('F-2')).toMatchObject({ state: 'held', issues: { security: { key: 'SEC-2' } } });
  expect(await look('F-2')).not.toMatchObject({ issues: { product: expect.anything() as unknown } });
});

test('while nobody has chosen, snapshots make no third issue and keep the other space in step', async () => {
  await contested();
  const all = issues();
  await send(finding({ id: 'F-2', title: 'Newer' }));
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 3 * hourMs });
  await world.admin('activity.retry', {});
  await world.settle();
  expect(issues()).toBe(all);
  expect(world.fields('SEC-2').summary).toBe('Newer');
  expect(['WEB-1', 'WEB-2'].map((key) => world.fields(key).summary)).not.toContain('Newer');
  expect(await held()).toMatchObject(claims('WEB-1', 'WEB-2'));
});

test('a second rebuild decides nothing, and names nobody twice', async () => {
  await contested();
  await rebuild();
  expect(await held()).toMatchObject(claims('WEB-1', 'WEB-2'));
});

test.each(['WEB-1', 'WEB-2'])(
  'the admin chooses %s, and the other one is left alone for good',
  async (right) => {
    await contested();
    await send(finding({ id: 'F-2', title: 'Newer' }));
    expect(await choose(right)).toEqual({ chosen: right });
    await world.settle();
    const other = right === 'WEB-1' ? 'WEB-2' : 'WEB-1';
    expect(await look('F-2')).toMatchObject({
      state: 'synced',
      issues: { product: { key: right }, security: { key: 'SEC-2' } },
    });
    expect(world.fields(right).summary).toBe('Newer');
    expect(world.fields(other).summary).not.toBe('Newer');
    expect(await held()).toEqual([]);
    world.move(other, 'Done', PEOPLE.developer);
    await rebuild();
    expect(await held()).toEqual([]);
    expect(world.statusOf('SEC-2')).toBe('Open');
    world.move(right, 'Done', PEOPLE.developer);
    await world.settle();
    expect(world.statusOf('SEC-2')).toBe('Closed');
  },
);

test('a choice without a snapshot brings the pair in step', async () => {
  await contested();
  world.move('WEB-2', 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-2')).toBe('Open');
  await choose('WEB-2');
  await world.settle();
  expect(world.statusOf('SEC-2')).toBe('Closed');
  expect(await look('F-2')).toMatchObject({ state: 'synced' });
});

test('only what waits is chosen, and only an issue that still says whose it is', async () => {
  await contested();
  await expect(choose('WEB-3')).rejects.toThrow('not_found');
  forge('WEB-1', { ...identityOf('WEB-1'), id: 'F-9' });
  await expect(choose('WEB-1')).rejects.toThrow('unavailable');
  await choose('WEB-2');
  await expect(choose('WEB-2')).rejects.toThrow('not_found');
});

test('rivals on different pages of the walk are found', async () => {
  await world.useSpaces({ security: null });
  await send(...Array.from({ length: 104 }, (_, n) => finding({ id: `F-${String(n + 1)}` })));
  forge('WEB-1', identityOf('WEB-104'));
  await reinstall();
  const [{ reason } = {}] = await held();
  const { id } = identityOf('WEB-104');
  expect(reason).toMatchObject({ finding: id, keys: ['WEB-1', 'WEB-104'] });
  await send(finding({ id: String(id) }));
  expect(issues()).toBe(104);
});

test('a third claim joins the others', async () => {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }), finding({ id: 'F-3' }));
  for (const key of ['WEB-1', 'WEB-3']) forge(key, identityOf('WEB-2'));
  await reinstall();
  expect(await held()).toMatchObject(claims('WEB-1', 'WEB-2', 'WEB-3'));
});

test('rivals of both spaces are chosen one after the other', async () => {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  forge('WEB-1', identityOf('WEB-2'));
  forge('SEC-1', identityOf('SEC-2'));
  await reinstall();
  expect(await held()).toMatchObject(claims('WEB-1', 'WEB-2'));
  await choose('WEB-2');
  expect(await held()).toMatchObject([{ reason: { role: 'security', keys: ['SEC-1', 'SEC-2'] } }]);
  await choose('SEC-2');
  await world.settle();
  expect(await look('F-2')).toMatchObject({
    state: 'synced',
    issues: { product: { key: 'WEB-2' }, security: { key: 'SEC-2' } },
  });
});

test('when one of two is deleted, the other is taken by itself', async () => {
  await contested();
  await send(finding({ id: 'F-2', title: 'Newer' }));
  remove('WEB-1');
  await world.settle();
  expect(await look('F-2')).toMatchObject({ state: 'synced', issues: { product: { key: 'WEB-2' } } });
  expect(world.fields('WEB-2').summary).toBe('Newer');
  expect(await held()).toEqual([]);
});

test('so it is when nobody told of the deletion, once it is missing for a day', async () => {
  await contested();
  const { issues: stored } = world.site.world.state;
  stored.delete(world.site.issue('WEB-1').id);
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 20 * hourMs });
  expect(await look('F-2')).toMatchObject({ state: 'held' });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 8 * hourMs });
  expect(await look('F-2')).toMatchObject({ state: 'synced', issues: { product: { key: 'WEB-2' } } });
});

test('an issue that is put right contests nothing any more', async () => {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  const own = identityOf('WEB-1');
  forge('WEB-1', identityOf('WEB-2'));
  await reinstall();
  forge('WEB-1', { ...own, owner: identityOf('WEB-2')['owner'] });
  await rebuild();
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * hourMs });
  expect(await held()).toEqual([]);
  expect(await look('F-1')).toMatchObject({ issues: { product: { key: 'WEB-1' } } });
  expect(await look('F-2')).toMatchObject({ issues: { product: { key: 'WEB-2' } } });
});

test('a finding that the portal deletes meanwhile is closed once it is known which issue is its own', async () => {
  await contested();
  await portal.post('/v1/findings/delete', { ids: ['F-2'] });
  await world.settle();
  expect(world.statusOf('SEC-2')).toBe('Closed');
  expect(await held()).toMatchObject(claims('WEB-1', 'WEB-2'));
  await choose('WEB-2');
  await world.settle();
  expect(['WEB-1', 'WEB-2'].map(world.statusOf)).toEqual(['To Do', 'Done']);
});

test('no identity speaks against an issue that the app made itself', async () => {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  forge('WEB-1', identityOf('WEB-2'));
  await rebuild();
  expect(await held()).toEqual([]);
  expect(await look('F-2')).toMatchObject({ state: 'synced', issues: { product: { key: 'WEB-2' } } });
});

test('no other finding adopts an issue that is contested', async () => {
  await contested();
  await send(finding({ id: 'F-3', existing: { product: 'WEB-1' } }));
  expect(await look('F-3')).toMatchObject({ state: 'held', issues: {} });
});

test('the panel names the issues that contest a finding only to whoever may see all of them', async () => {
  await contested('SEC-1', 'SEC-2');
  const { id } = world.site.issue('WEB-2');
  const panelFor = (accountId: string) =>
    world.host.invokeResolver(
      'jira:issuePanel',
      'finding',
      'panel.get',
      {},
      {
        accountId,
        extension: { issue: { id, key: 'WEB-2' } },
      },
    );
  const reason: unknown = expect.objectContaining({ code: 'rivalIssues' });
  expect(await panelFor(PEOPLE.developer)).toMatchObject({ sync: { state: 'held' } });
  expect(await panelFor(PEOPLE.developer)).not.toMatchObject({ sync: { reason } });
  expect(await panelFor(PEOPLE.admin)).toMatchObject({ sync: { state: 'held', reason } });
});
