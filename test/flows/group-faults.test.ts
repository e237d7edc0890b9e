/** Whatever happens on the way: a group has one issue in each space, and each of its members is in it once. */
import { crashAfterCall, deliverTwice, reorder, timeOutAfter, type Fault } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;

afterEach(() => {
  world.close();
});

const hours = (n: number) => world.host.runUntilIdle({ schedules: true, maxVirtualMs: n * 60 * 60_000 });

function of(id: string, over: Record<string, unknown> = {}): Record<string, unknown> {
  return finding({ id, title: `Finding ${id}`, group: 'log4j', ...over });
}

/** Only accepted: nobody works on it yet. */
async function accept(...findings: Record<string, unknown>[]): Promise<void> {
  await insist('/v1/findings', { findings });
}

/** A portal sends again where the door died. */
async function insist(path: string, body: object): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) if ((await portal.post(path, body)).status === 202) return;
  throw new Error(`no 202 for ${path}`);
}

interface Seen {
  readonly state: string;
  readonly issues: Partial<Record<'product' | 'security', { key: string; statusCategory: string }>>;
}

async function look(...ids: string[]): Promise<string[]> {
  const seen = (await portal.post('/v1/findings/lookup', { ids })).json as Seen[];
  return seen.map(({ state, issues: { product, security } }) =>
    [state, product?.key, product?.statusCategory, security?.key, security?.statusCategory].join(' '),
  );
}

function keys(): string[] {
  return [...world.site.world.state.issues.values()].map(({ key }) => key).sort();
}

const first = [of('F-1'), of('F-2'), of('F-3')];
const second = [
  of('F-1', { group: 'spring' }),
  of('F-2', { status: 'resolved' }),
  of('F-3', { severity: 'low' }),
];
const last = [of('F-1', { group: 'spring', status: 'resolved' }), of('F-3', { status: 'resolved' })];

/** Three come; one goes to another group, one is resolved, one changes; then all are resolved. */
async function story(fault: Fault, spoils: 'first' | 'second' | 'last'): Promise<void> {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  const steps = { first, second, last };
  for (const [name, findings] of Object.entries(steps)) {
    await accept(...findings);
    const disarm = name === spoils ? world.host.faults.add(fault) : undefined;
    await hours(1);
    disarm?.();
    if (name === 'second') {
      const log4j = 'synced WEB-1 new SEC-1 new';
      expect(await look('F-1', 'F-2', 'F-3')).toEqual(['synced WEB-2 new SEC-2 new', log4j, log4j]);
      expect(world.fields('WEB-1').summary).toBe('Finding F-3 (+1)');
    }
  }
  const done = 'synced WEB-1 done SEC-1 done';
  expect(await look('F-1', 'F-2', 'F-3')).toEqual(['synced WEB-2 done SEC-2 done', done, done]);
  expect(keys()).toEqual(['SEC-1', 'SEC-2', 'WEB-1', 'WEB-2']);
  world.close();
}

const storage = { on: 'kvs', path: /set|transaction/ } as const;

test.each([
  ['first', 10],
  ['second', 16],
  ['last', 10],
] as const)(
  'a death after any write to storage over the %s findings leaves neither a double nor a lost member',
  async (spoils, most) => {
    for (let n = 1; n <= most; n += 1) await story(crashAfterCall(n, storage), spoils);
  },
  240_000,
);

test.each([
  ['first', { method: 'POST', path: /issue\/bulk$/ }],
  ['first', { method: 'POST', path: /issueLink/ }],
  ['second', { method: 'POST', path: /issue\/bulk$/ }],
  ['second', { method: 'PUT', path: /issue\// }],
  ['last', { method: 'POST', path: /transitions/ }],
  ['last', { method: 'PUT', path: /issue\// }],
] as const)(
  'over the %s findings, dying or waiting in vain after %p does no harm',
  async (spoils, when) => {
    for (const n of [1, 2]) {
      await story(crashAfterCall(n, when), spoils);
      await story(timeOutAfter({ ...when, nth: n }), spoils);
    }
  },
  240_000,
);

test.each([
  ['twice', deliverTwice('queue', 20)],
  ['in the reverse order', reorder('queue')],
])('bells that come %s do no harm', async (_name, fault) => {
  for (const spoils of ['first', 'second', 'last'] as const) await story(fault, spoils);
});

test('two workers on two members of a new group make one issue', async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  for (let n = 1; n <= 6; n += 1) await accept(of(`F-${String(n)}`));
  await hours(1);
  expect(keys()).toEqual(['SEC-1', 'WEB-1']);
  expect(new Set(await look('F-1', 'F-2', 'F-3', 'F-4', 'F-5', 'F-6'))).toEqual(
    new Set(['synced WEB-1 new SEC-1 new']),
  );
});

test('an older snapshot that comes late changes nothing', async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await accept(of('F-1', { updatedAt: '2026-01-15T08:00:00Z', group: 'spring' }));
  await hours(1);
  await accept(of('F-2'));
  await hours(1);
  await accept(of('F-1', { updatedAt: '2026-01-15T07:00:00Z' }));
  await hours(1);
  expect(await look('F-1')).toEqual(['synced WEB-1 new SEC-1 new']);
  expect(world.fields('WEB-2').summary).toBe('Finding F-2');
});

test('a product is renamed while the job dies and findings come under both names: the group stays one', async () => {
  for (let n = 1; n <= 11; n += 2) {
    world = createWorld();
    portal = await world.connect();
    await world.useSpaces();
    await accept(...first);
    await hours(1);
    const disarm = world.host.faults.add(crashAfterCall(n, storage));
    await insist('/v1/products/shop/rename', { to: 'store' });
    await accept(of('F-4', { product: 'store' }), of('F-1', { product: 'store', status: 'resolved' }));
    await accept(of('F-2', { status: 'resolved' }));
    await hours(3);
    disarm();
    const open = 'synced WEB-1 new SEC-1 new';
    expect([n, ...(await look('F-1', 'F-2', 'F-3', 'F-4'))]).toEqual([n, open, open, open, open]);
    await accept(
      of('F-3', { product: 'store', status: 'resolved' }),
      of('F-4', { product: 'store', status: 'resolved' }),
    );
    await hours(1);
    const done = 'synced WEB-1 done SEC-1 done';
    expect([n, ...(await look('F-1', 'F-2', 'F-3', 'F-4'))]).toEqual([n, done, done, done, done]);
    expect(keys()).toEqual(['SEC-1', 'WEB-1']);
    world.close();
  }
}, 240_000);
