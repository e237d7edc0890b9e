import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

async function open(spaces: Parameters<World['useSpaces']>[0] = {}): Promise<void> {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces(spaces);
}
afterEach(() => {
  world.close();
});

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly reason?: string;
  readonly issues: Partial<Record<'product' | 'security', { key: string; statusCategory?: string }>>;
}

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  const { status } = await portal.post('/v1/findings', { findings });
  expect(status).toBe(202);
  await world.settle();
}

async function look(...ids: string[]): Promise<Seen[]> {
  return (await portal.post('/v1/findings/lookup', { ids })).json as Seen[];
}

function keys(): string[] {
  return [...world.site.world.state.issues.values()].map(({ key }) => key).sort();
}

function of(id: string, over: Record<string, unknown> = {}): Record<string, unknown> {
  return finding({ id, title: `Finding ${id}`, group: 'log4j', ...over });
}

const ids = ['F-1', 'F-2', 'F-3'];

test('findings of one group share one issue in each space, and each looks up with it', async () => {
  await open();
  await send(of('F-1', { severity: 'low' }), of('F-2', { severity: 'critical' }), of('F-3'));
  expect(keys()).toEqual(['SEC-1', 'WEB-1']);
  for (const one of await look(...ids)) {
    expect(one.state).toBe('synced');
    expect([one.issues.product?.key, one.issues.security?.key]).toEqual(['WEB-1', 'SEC-1']);
  }
  expect(world.fields('WEB-1').summary).toBe('Finding F-2 (+2)');
});

test('the group is done when all of its members are, and open again with the next one', async () => {
  await open();
  await send(of('F-1'), of('F-2'), of('F-3'));
  await send(of('F-1', { status: 'resolved' }), of('F-2', { status: 'resolved' }));
  expect((await look('F-1'))[0]?.issues.product?.statusCategory).not.toBe('done');
  await send(of('F-3', { status: 'resolved' }));
  expect((await look('F-1'))[0]?.issues.product?.statusCategory).toBe('done');
  await send(of('F-4'));
  expect((await look('F-1', 'F-4')).map(({ issues }) => issues.product?.statusCategory)).not.toContain(
    'done',
  );
  expect(keys()).toEqual(['SEC-1', 'WEB-1']);
});

test('members that nothing happened to cost no Jira call', async () => {
  await open();
  const findings = [of('F-1'), of('F-2'), of('F-3')];
  await send(...findings);
  world.jiraCalls();
  await send(...findings);
  expect(world.jiraCalls()).toEqual([]);
});

test('a member whose group changes goes to the other, and the empty one is done', async () => {
  await open();
  await send(of('F-1'), of('F-2'));
  await send(of('F-1', { group: 'spring' }));
  expect((await look('F-1', 'F-2')).map(({ issues }) => issues.product?.key)).toEqual(['WEB-2', 'WEB-1']);
  await send(of('F-2', { group: 'spring' }));
  expect((await look('F-1', 'F-2')).map(({ issues }) => issues.product?.key)).toEqual(['WEB-2', 'WEB-2']);
  expect(world.statusOf('WEB-1')).toBe('Done');
  expect(world.fields('WEB-2').summary).toBe('Finding F-1 (+1)');
});

test('a member that is rejected, deleted or no longer in a group leaves it', async () => {
  await open();
  await send(of('F-1'), of('F-2'), of('F-3'), of('F-4'));
  await send(of('F-1', { status: 'rejected' }), of('F-4', { group: undefined }));
  await portal.post('/v1/findings/delete', { ids: ['F-2'] });
  await world.settle();
  expect(
    (await look('F-1', 'F-2', 'F-3', 'F-4')).map(({ state, issues }) => [state, issues.product?.key]),
  ).toEqual([
    ['skipped', undefined],
    ['deleted', undefined],
    ['synced', 'WEB-1'],
    ['synced', 'WEB-2'],
  ]);
  expect(world.fields('WEB-1').summary).toBe('Finding F-3');
});

test('a finding that has an issue of its own keeps it', async () => {
  await open();
  await send(of('F-1', { group: undefined }));
  await send(of('F-1'), of('F-2'));
  expect((await look('F-1', 'F-2')).map(({ issues }) => issues.product?.key)).toEqual(['WEB-1', 'WEB-2']);
});
