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

test('a group goes with its product when that is renamed', async () => {
  await open();
  await send(of('F-1'), of('F-2'));
  await portal.post('/v1/products/shop/rename', { to: 'store' });
  await portal.post('/v1/findings', { findings: [of('F-3', { product: 'store' })] });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 60 * 60_000 });
  await send(of('F-1', { product: 'store', status: 'resolved' }));
  expect((await look(...ids)).map(({ state, issues }) => [state, issues.product?.key])).toEqual(
    ids.map(() => ['synced', 'WEB-1']),
  );
  expect(world.fields('WEB-1').summary).toBe('Finding F-2 (+2)');
  expect(keys()).toEqual(['SEC-1', 'WEB-1']);
});

test('a rule groups findings by their fields; one that lacks a field stays alone', async () => {
  await open({ security: null });
  const groupBy = ['location.component', 'cve'];
  const when = { all: [] };
  await world.save('rules', [
    { id: 'all', name: 'All', enabled: true, when, then: { create: 'both' as const, groupBy } },
  ]);
  const place = { location: { component: 'log4j-core' } };
  await send(
    of('F-1', { ...place, cve: ['CVE-2', 'CVE-1'], group: undefined }),
    of('F-2', { ...place, cve: ['CVE-1', 'CVE-2'], group: 'other' }),
    of('F-3', { ...place }),
  );
  const [first, second, third] = (await look(...ids)).map(({ issues }) => issues.product?.key);
  expect(first).toBeDefined();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(keys()).toHaveLength(2);
});

test('a group whose fields no finding has is refused with its path', async () => {
  await open();
  const then = { create: 'both' as const, groupBy: ['cve', 'location.komponent'] };
  const rules = [{ id: 'all', name: 'All', enabled: true, when: { all: [] }, then }];
  await expect(world.save('rules', rules)).rejects.toThrow('0.then.groupBy.1');
});

test('each member that is open hears what people do with the issue, and what joins later hears of it', async () => {
  await open({ security: null });
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
  await send(of('F-1'), of('F-2', { status: 'verified' }));
  await send(of('F-2', { status: 'resolved' }));
  world.move('WEB-1', 'In Progress');
  world.move('WEB-1', 'Done');
  await world.settle();
  await send(of('F-3', { status: 'assigned' }));
  const { events } = (await portal.get('/v1/events?after=0')).json as {
    events: { type: string; finding: { id: string }; issue?: { key: string }; data: { to?: string } }[];
  };
  const told = events.map(({ type, finding: { id }, issue, data }) =>
    [type, id, issue?.key, data.to].filter((one) => one !== undefined).join(' '),
  );
  expect(told).toEqual(
    expect.arrayContaining([
      'issue.linked F-1 WEB-1',
      'finding.synced F-1',
      'issue.linked F-2 WEB-1',
      'finding.status_changed F-1 WEB-1 resolved',
      'issue.linked F-3 WEB-1',
      'finding.synced F-3',
    ]),
  );
  expect(told).not.toContain('finding.status_changed F-2 WEB-1 resolved');
  expect((await look('F-1'))[0]?.issues.product?.statusCategory).not.toBe('done');
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length);
});

test('after a reinstall a group is found again with its issue, and its members come back into it', async () => {
  await open({ security: null });
  await send(of('F-1'), of('F-2'));
  await world.admin('connections.archive', { connection: portal.key });
  await world.admin('connections.forget', { connection: portal.key });
  await world.host.drainQueue();
  portal = await world.connect('Portal after the reinstall');
  await world.admin('rebuild.start', { connection: portal.key });
  await world.settle();
  await send(of('F-1', { status: 'resolved' }));
  expect((await look('F-1', 'F-2')).map(({ issues }) => issues.product)).toEqual([
    expect.objectContaining({ key: 'WEB-1', statusCategory: 'new' }),
    expect.objectContaining({ key: 'WEB-1', statusCategory: 'new' }),
  ]);
  await send(of('F-2', { status: 'resolved' }));
  expect((await look('F-1'))[0]?.issues.product?.statusCategory).toBe('done');
  expect(keys()).toEqual(['WEB-1']);
});

test('a group that is taken apart gives its findings issues of their own, and says so where they were', async () => {
  await open({ security: null });
  await send(of('F-1'), of('F-2', { status: 'assigned' }));
  expect(await world.admin('groups.ungroup', { group: 'log4j' })).toEqual({ findings: 2 });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 60 * 60_000 });
  await send(of('F-1'), of('F-3'));
  const own = (await look(...ids)).map(({ issues }) => issues.product);
  expect(new Set(own.map((issue) => issue?.key)).size).toBe(3);
  expect(own.map((issue) => issue?.statusCategory)).not.toContain('done');
  expect(world.statusOf('WEB-1')).toBe('Done');
  expect(JSON.stringify(world.fields('WEB-1').comment)).toContain('No finding is left in this issue');
  expect(keys()).toHaveLength(4);
  await expect(world.admin('groups.ungroup', { group: 'unknown' })).rejects.toThrow('not_found');
});

test('a severe member shows in the list of the description, and the earliest day is due', async () => {
  await open({ security: null });
  await send(
    of('F-1', { dueDate: '2026-05-01' }),
    of('F-2', { severity: 'critical', dueDate: '2026-06-01' }),
  );
  const description = JSON.stringify(world.fields('WEB-1').description);
  expect(description).toContain('Findings (2)');
  expect(description.indexOf('Finding F-2')).toBeLessThan(description.indexOf('Finding F-1'));
  expect(world.fields('WEB-1').duedate).toBe('2026-05-01');
});
