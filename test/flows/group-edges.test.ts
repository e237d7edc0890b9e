/** Groups at their edges: very many members, ids of products, clocks, risks accepted for some, what people did meanwhile. */
import { PEOPLE } from '../sandbox/jira/seed';
import { panelOf } from '../support/panel';
import { days as passDays } from '../sla/support';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

async function open(): Promise<void> {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
}
afterEach(() => {
  world.close();
});

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < findings.length; at += 500)
    expect((await portal.post('/v1/findings', { findings: findings.slice(at, at + 500) })).status).toBe(202);
  await world.settle();
}

const days = (count: number) => passDays(world, count);

/** The issue of each finding, by key; of many, how many have which. */
async function keysOf(...ids: string[]): Promise<(string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const { json } = await portal.post('/v1/findings/lookup', { ids: ids.slice(at, at + 500) });
    const seen = json as { issues: { product?: { key: string } } }[];
    keys.push(...seen.map(({ issues }) => issues.product?.key));
  }
  return keys;
}

function of(id: string, over: Record<string, unknown> = {}): Record<string, unknown> {
  return finding({ id, title: `Finding ${id}`, group: 'log4j', ...over });
}
const many = (count: number, over: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, n) => of(`F-${String(n)}`, over));
const named = (findings: Record<string, unknown>[]) => findings.map(({ id }) => String(id));

function identityOf(key: string): { members: string } {
  const issue = [...world.site.world.state.issues.values()].find((one) => one.key === key);
  return issue?.properties['security-finding'] as { members: string };
}
const keys = () => [...world.site.world.state.issues.values()].map(({ key }) => key).sort();

interface Event {
  readonly type: string;
  readonly finding: { readonly id: string };
  readonly data: { readonly from?: string; readonly to?: string };
}

async function told(type: string): Promise<string[]> {
  const all: Event[] = [];
  for (let after = 0; ;) {
    const { json } = await portal.get(`/v1/events?after=${String(after)}`);
    const { events, next } = json as { events: Event[]; next: number };
    all.push(...events);
    if (events.length === 0) break;
    after = next;
  }
  return all
    .filter((event) => event.type === type)
    .map(({ finding: { id }, data }) => [id, data.from, data.to].filter(Boolean).join(' '));
}
const hear = () => world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });

test('of more than 200 members the worst 200 are listed with their number, and all that fit can be searched', async () => {
  await open();
  await send(...many(205, { severity: 'low' }), of('BAD', { severity: 'critical' }));
  const description = JSON.stringify(world.fields('WEB-1').description);
  expect(description).toContain('The worst 200 of 206:');
  expect(description.indexOf('Finding BAD')).toBeLessThan(description.indexOf('Finding F-0'));
  const members = identityOf('WEB-1').members.split('\n');
  expect(members[0]).toBe('BAD');
  expect(members).toHaveLength(206);
});

test('beyond 1,000 members another part begins, done by itself, each member told of its own', async () => {
  await open();
  await hear();
  const all = many(1050);
  await send(...all);
  expect(keys()).toEqual(['WEB-1', 'WEB-2']);
  const where = await keysOf(...named(all));
  const rest = all.filter((_one, n) => where[n] === 'WEB-2');
  expect(rest).toHaveLength(50);
  world.move('WEB-1', 'Done');
  await world.settle();
  const heard = await told('finding.status_changed');
  expect([heard.length, new Set(heard).size]).toEqual([1000, 1000]);
  // One leaves the first part: who comes next finds room there.
  const [first = ''] = named(all).filter((_id, n) => where[n] === 'WEB-1');
  await send(of(first, { group: 'other' }));
  await send(of('F-NEW'));
  expect(await keysOf(first, 'F-NEW')).toEqual(['WEB-3', 'WEB-1']);
  await send(...rest.map((one) => Object.assign(one, { status: 'resolved' })));
  expect([world.statusOf('WEB-1'), world.statusOf('WEB-2')]).toEqual(['To Do', 'Done']);
}, 60_000);

test('where ids are unique within a product only, each product has its group, and a renamed one keeps it', async () => {
  await open();
  const made = await world.admin('connections.create', { name: 'P', method: 'signature', ids: 'product' });
  if (!('secret' in made)) throw new Error('no secret');
  portal = world.portalWith(made.connection, made.baseUrl, made.secret);
  await send(of('F-1'), of('F-2'));
  await send(of('F-1', { product: 'store' }), of('F-2', { product: 'store' }));
  expect(keys()).toEqual(['WEB-1', 'WEB-2']);
  await portal.post('/v1/findings/delete', { product: 'store', ids: ['F-1', 'F-2'] });
  await world.settle();
  expect([world.statusOf('WEB-1'), world.statusOf('WEB-2')]).toEqual(['To Do', 'Done']);
  await portal.post('/v1/products/shop/rename', { to: 'web' });
  await world.settle();
  await send(of('F-1', { product: 'web', status: 'resolved' }));
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-2', { product: 'web', status: 'resolved' }));
  expect(world.statusOf('WEB-1')).toBe('Done');
  expect(keys()).toEqual(['WEB-1', 'WEB-2']);
});

test('the issue of a group whose members are all rejected is deleted after the grace, not while one is left', async () => {
  await open();
  await world.save('deleting', { enabled: true, graceDays: 3 });
  await send(of('F-1'), of('F-2'));
  await send(of('F-1', { status: 'rejected' }));
  await days(4);
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-2', { status: 'rejected' }));
  expect(world.statusOf('WEB-1')).toBe('Done');
  await send(of('F-2'));
  await days(4);
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-2', { status: 'rejected' }));
  await days(4);
  expect(keys()).toEqual([]);
  await send(of('F-1'));
  expect(await keysOf('F-1')).toEqual(['WEB-2']);
});

test.each([
  ['leaves for another group', { group: 'other' }],
  ['is resolved', { status: 'resolved' }],
  ['is rejected', { status: 'rejected' }],
])(
  'an issue that a person closed stays closed when a member %s, and opens after seven days',
  async (_what, over) => {
    await open();
    const worst = of('F-1', { severity: 'critical', status: 'assigned' });
    await send(worst, of('F-2'));
    world.move('WEB-1', 'Done');
    await world.settle();
    await send({ ...worst, ...over });
    await send(of('F-2', { title: 'Another title' }));
    expect(world.statusOf('WEB-1')).toBe('Done');
    await days(8);
    await send(of('F-2', { title: 'Another title' }));
    expect(world.statusOf('WEB-1')).toBe('To Do');
  },
);

test('what Jira meant for a member stays told while others come to lead the group', async () => {
  await open();
  await hear();
  const worst = of('F-1', { severity: 'critical', status: 'assigned' });
  await send(worst, of('F-2'));
  world.move('WEB-1', 'Done');
  await world.settle();
  await send({ ...worst, status: 'resolved' });
  world.move('WEB-1', 'To Do');
  await world.settle();
  expect(await told('finding.status_changed')).toEqual([
    'F-1 assigned resolved',
    'F-2 verified resolved',
    'F-2 resolved verified',
  ]);
});

test('a group is accepted once none of its members is open, and open again when the first risk is no longer accepted', async () => {
  await open();
  const jira = [world.ref('status', 'WEB', 'Done')];
  const accepted = { jira, direction: 'both' };
  const statuses = { temporarily_risk_accepted: accepted, permanently_risk_accepted: accepted };
  await world.useSpaces({ security: null }, { statuses });
  const soon = { status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-20' };
  const never = { severity: 'critical', status: 'permanently_risk_accepted' };
  await send(of('F-1'), of('F-2', { severity: 'critical' }));
  await send(of('F-1', soon));
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-2', never));
  expect(world.statusOf('WEB-1')).toBe('Done');
  await days(7);
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-2', { ...never, title: 'Another title' }));
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-1', { status: 'resolved' }));
  expect(world.statusOf('WEB-1')).toBe('Done');
});

const escalation = [{ id: 'late', clock: 'fix', days: 1, do: [{ kind: 'comment', text: 'Too late' }] }];
const comments = () => JSON.stringify(world.fields('WEB-1').comment).match(/Too late/g)?.length ?? 0;

test('a group is due when the first of its open members is, by the clock of each, and is escalated once', async () => {
  await open();
  const fix = { days: { critical: 7, low: 30 }, from: 'firstSeen' };
  await world.save('sla', { fix, escalation });
  const old = of('F-2', { severity: 'low', firstSeen: '2025-12-20T00:00:00Z' });
  await send(of('F-1', { severity: 'critical', firstSeen: '2026-01-14T00:00:00Z' }), old);
  expect(world.fields('WEB-1').duedate).toBe('2026-01-19');
  await days(4);
  await send({ ...old, status: 'resolved' });
  expect(world.fields('WEB-1').duedate).toBe('2026-01-21');
  await days(10);
  expect(comments()).toBe(1);
  await world.save('sla', { fix: { ...fix, days: { critical: 60, low: 90 } }, escalation });
  await days(1);
  expect(world.fields('WEB-1').duedate).toBe('2026-03-15');
  expect(comments()).toBe(1);
});

test('the clock of a member stands still while its own risk is accepted', async () => {
  await open();
  await world.save('sla', { fix: { days: { high: 10, low: 60 }, from: 'created' } });
  await send(of('F-1'), of('F-2', { severity: 'low' }));
  expect(world.fields('WEB-1').duedate).toBe('2026-01-25');
  await send(of('F-1', { status: 'permanently_risk_accepted' }));
  expect(world.fields('WEB-1').duedate).toBe('2026-03-16');
  await days(5);
  await send(of('F-1', { status: 'assigned' }));
  expect(world.fields('WEB-1').duedate).toBe('2026-01-30');
});

test('what people decided about findings of a group stands for each of them while others come and go', async () => {
  await open();
  await hear();
  await send(of('F-1'), of('F-2'));
  const panel = panelOf(world, 'WEB-1', PEOPLE.developer);
  expect(await panel.act('panel.reject', { reason: 'Not loaded' })).toEqual({});
  await world.settle();
  expect(world.statusOf('WEB-1')).toBe('Done');
  await send(of('F-3'));
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-1', { title: 'Reported again' }), of('F-2', { group: 'other' }));
  expect(await keysOf('F-2')).toEqual([undefined]);
  await send(of('F-3', { status: 'resolved' }));
  expect(world.statusOf('WEB-1')).toBe('Done');
  expect((await panel.get()).decision).toMatchObject({ kind: 'rejected', agreed: false });
  expect(await panel.act('panel.takeBack', {})).toEqual({});
  await world.settle();
  expect(world.statusOf('WEB-1')).toBe('To Do');
  expect(await told('finding.status_changed')).toEqual(['F-1 rejected verified']);
});

test('a decision about a group ends for the one that its portal says something else of', async () => {
  await open();
  await send(of('F-1'), of('F-2'));
  await panelOf(world, 'WEB-1', PEOPLE.developer).act('panel.reject', {});
  await world.settle();
  await send(of('F-1', { status: 'assigned' }));
  expect(world.statusOf('WEB-1')).toBe('To Do');
  await send(of('F-1', { status: 'resolved' }));
  expect(world.statusOf('WEB-1')).toBe('Done');
  await send(of('F-2', { status: 'assigned' }));
  expect(world.statusOf('WEB-1')).toBe('To Do');
});

test('a group whose findings are all resolved before its issue is made gets none, and one with the next open finding', async () => {
  await open();
  await portal.post('/v1/findings', { findings: [of('F-1'), of('F-2')] });
  await world.host.drainQueue();
  await send(of('F-1', { status: 'resolved' }), of('F-2', { status: 'resolved' }));
  const { json } = await portal.post('/v1/findings/lookup', { ids: ['F-1', 'F-2'] });
  expect((json as { state: string }[]).map(({ state }) => state)).toEqual(['skipped', 'skipped']);
  await send(of('F-3'));
  expect(await keysOf('F-1', 'F-2', 'F-3')).toEqual(['WEB-1', 'WEB-1', 'WEB-1']);
});

test('whoever comes to a group whose issue a person deleted begins a new one; those who were in it stay deleted', async () => {
  await open();
  await send(of('A'), of('B'));
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/WEB-1', as: PEOPLE.admin });
  await days(2);
  await send(of('A', { title: 'Another title' }), of('C'));
  await send(of('D'));
  await world.settle();
  expect(await keysOf('A', 'B', 'C', 'D')).toEqual([undefined, undefined, 'WEB-2', 'WEB-2']);
});
