import type { ConnectionDeed } from '../../src/contract/connection-deed';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

async function deeds(): Promise<ConnectionDeed[]> {
  const { entries } = await world.admin('audit.list', { section: 'connections' });
  return entries.filter((one) => 'deed' in one);
}

test('whatever is done to a connection is told with who, when and what, newest first', async () => {
  const { connection } = await world.admin('connections.create', { name: 'Portal', method: 'signature' });
  const steps = [
    () => world.admin('connections.rename', { connection, name: 'Security portal' }),
    () => world.admin('connections.setPaused', { connection, paused: true }),
    () => world.admin('connections.setPaused', { connection, paused: false }),
    () => world.admin('connections.setEnabled', { connection, enabled: false }),
    () => world.admin('connections.setEnabled', { connection, enabled: true }),
    () => world.admin('connections.rotate', { connection }),
    () => world.admin('connections.endPrevious', { connection }),
    () => world.admin('connections.revoke', { connection }),
    () => world.admin('connections.setOutbound', { connection, mode: 'pull' }),
    () => world.admin('rebuild.start', { connection }),
    () => world.admin('connections.archive', { connection }),
    () => world.admin('connections.restore', { connection }),
    () => world.admin('connections.archive', { connection }),
    () => world.admin('connections.forget', { connection }),
  ];
  for (const step of steps) {
    world.clock.advance(60_000);
    await step();
  }
  const told = await deeds();
  expect(told.map(({ deed }) => deed)).toEqual([
    'forgotten',
    'archived',
    'restored',
    'archived',
    'rebuilt',
    'outboundSet',
    'revoked',
    'previousEnded',
    'rotated',
    'switchedOn',
    'switchedOff',
    'resumed',
    'paused',
    'renamed',
    'created',
  ]);
  expect(told[0]).toMatchObject({
    connection,
    name: 'Security portal',
    at: world.clock.now(),
    by: PEOPLE.admin,
  });
  expect(told.find(({ deed }) => deed === 'renamed')?.changes).toEqual([
    { path: 'name', before: 'Portal', after: 'Security portal' },
  ]);
  expect(told.find(({ deed }) => deed === 'outboundSet')?.changes).toContainEqual({
    path: 'outbound.mode',
    before: 'off',
    after: 'pull',
  });
});

test('no secret comes into the audit: not those of the connection, nor what stands in an address', async () => {
  const made = await world.admin('connections.create', { name: 'Portal', method: 'basic' });
  const { connection } = made;
  const set = await world.admin('connections.setOutbound', {
    connection,
    mode: 'push',
    url: 'https://hooks.example.com/T000/very-secret-path?token=very-secret-token',
    auth: { kind: 'basic', username: 'app', password: 'very-secret-password' },
  });
  await world.admin('connections.setOutbound', {
    connection,
    mode: 'push',
    url: 'https://hooks.example.com/T000/another-secret',
  });
  const all = JSON.stringify(await deeds());
  for (const secret of ['very-secret', 'another-secret', Object.values(made).at(-1), set.secret])
    expect(all).not.toContain(secret);
  const [second, first] = await deeds();
  expect(first?.changes).toContainEqual({ path: 'outbound.url', after: 'https://hooks.example.com/…' });
  expect(first?.changes).toContainEqual({ path: 'outbound.username', after: 'app' });
  // That it is another address is told, although the host is the same.
  expect(second?.changes.map(({ path }) => path)).toEqual(['outbound.url']);
});

test('what is refused is not in the audit', async () => {
  const { connection } = await world.admin('connections.create', { name: 'Portal', method: 'basic' });
  for (const [name, input] of [
    ['connections.restore', { connection }],
    ['connections.forget', { connection }],
    ['connections.setOutbound', { connection, mode: 'push' }],
    ['connections.rename', { connection: 'nosuchone', name: 'Other' }],
    ['connections.rename', { connection, name: ' ' }],
  ] as const)
    expect(await world.adminAs(PEOPLE.admin, name, input)).toHaveProperty('error');
  expect((await deeds()).map(({ deed }) => deed)).toEqual(['created']);
});

test('connections and settings are told together, page by page, nothing twice and nothing left out', async () => {
  const { connection } = await world.admin('connections.create', { name: 'Portal', method: 'basic' });
  for (let round = 0; round < 30; round += 1) {
    world.clock.advance(60_000);
    await world.admin('connections.setPaused', { connection, paused: round % 2 === 0 });
    if (round % 3 === 0) await world.save('closing', { comment: round % 2 === 0 });
  }
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await world.admin('audit.list', { ...(cursor !== undefined && { cursor }) });
    expect(page.entries.length).toBeLessThanOrEqual(20);
    all.push(...page.entries);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(all).toHaveLength(1 + 30 + 10);
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a));
});

test('of two admins who act at the same moment both are told', async () => {
  const { connection } = await world.admin('connections.create', { name: 'Portal', method: 'basic' });
  await Promise.all([
    world.admin('connections.setPaused', { connection, paused: true }),
    world.admin('connections.rename', { connection, name: 'Other' }),
    world.admin('connections.setEnabled', { connection, enabled: false }),
  ]);
  const told = (await deeds()).map(({ deed }) => deed);
  expect(told.toSorted()).toEqual(['created', 'paused', 'renamed', 'switchedOff']);
});

test('what was done to connections does not grow without end, and costs a call the same', async () => {
  const { connection } = await world.admin('connections.create', { name: 'Portal', method: 'basic' });
  const [one] = await deeds();
  world.host.kvs.plant([
    ...Array.from({ length: 1_000 }, (_, at) => ({
      key: `connection-deed:${String(at + 1)}`,
      value: { v: 1, ...one },
    })),
    { key: 'connection-deeds', value: 1_000 },
  ]);
  for (let round = 0; round < 3; round += 1)
    await world.admin('connections.setPaused', { connection, paused: round % 2 === 0 });
  const stored = world.host.kvs.snapshot().values.filter(({ key }) => key.startsWith('connection-deed:'));
  expect(stored).toHaveLength(1_000);
  const before = world.host.kvs.use.readUnits;
  await world.admin('audit.list', {});
  expect(world.host.kvs.use.readUnits - before).toBeLessThanOrEqual(100);
});

describe('undo', () => {
  test('shows what it would change now, and the later changes of the section that it takes back', async () => {
    await world.save('closing', { when: 'any' });
    world.clock.advance(60_000);
    await world.save('closing', { when: 'any', comment: false });
    const preview = await world.admin('audit.preview', { section: 'closing', version: 1 });
    expect(preview).toMatchObject({
      current: 2,
      later: [{ version: 2, at: world.clock.now(), by: PEOPLE.admin }],
      laterTotal: 1,
    });
    expect(preview.changes.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
      { path: 'closing.comment', before: false, after: true },
      { path: 'closing.when', before: 'any', after: 'all' },
    ]);
    expect(await world.admin('settings.get', {})).toMatchObject({ versions: { closing: 2 } });
    await world.admin('audit.undo', { section: 'closing', version: 1, current: 2 });
    expect((await world.admin('settings.get', {})).document.closing).toMatchObject({
      when: 'all',
      comment: true,
    });
  });

  test('of the newest change takes back nothing else', async () => {
    await world.save('closing', { when: 'any' });
    const preview = await world.admin('audit.preview', { section: 'closing', version: 1 });
    expect(preview).toMatchObject({ later: [], laterTotal: 0, changes: [{ path: 'closing.when' }] });
  });

  test('is a conflict when somebody saved the section after the preview', async () => {
    await world.save('closing', { when: 'any' });
    const { current } = await world.admin('audit.preview', { section: 'closing', version: 1 });
    await world.save('closing', { when: 'any', comment: false });
    const undone = await world.adminAs(PEOPLE.admin, 'audit.undo', {
      section: 'closing',
      version: 1,
      current,
    });
    expect(undone).toMatchObject({ error: { code: 'conflict' } });
  });

  test('of a version that is not kept or does not exist is refused', async () => {
    const refused = await world.adminAs(PEOPLE.admin, 'audit.preview', { section: 'closing', version: 7 });
    expect(refused).toMatchObject({ error: { code: 'invalid', errors: [{ path: 'version' }] } });
  });
});
