import { createWorld, finding, type Portal, type World } from '../support/world';

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

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}
const look = async (...ids: string[]) =>
  (await portal.post('/v1/findings/lookup', { ids })).json as { id: string; state: string }[];
const statesOf = async (...ids: string[]) => (await look(...ids)).map(({ state }) => state);

/** Breaks what lies in storage, as a defect or a newer version of the app would. */
function spoil(where: (key: string, value: unknown) => unknown): void {
  world.host.kvs.rewrite(where);
}
const isRow = (value: unknown, id: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'findingId' in value && value.findingId === id;

test('a record that cannot be read is held and shown, makes no second issue, and its neighbours go on', async () => {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  spoil((_, value) => (isRow(value, 'F-1') ? { ...value, body: 'nonsense' } : value));
  await send(finding({ id: 'F-1', title: 'Again' }), finding({ id: 'F-2', title: 'Again' }));
  expect(await statesOf('F-1', 'F-2')).toEqual(['held', 'synced']);
  expect(world.site.world.state.issues.size).toBe(2);
  const { held } = await world.admin('activity.list', {});
  expect(held).toMatchObject([{ reason: { code: 'unreadableRecord' }, findings: 1 }]);
});

test('what is due behind a record that cannot be read is done', async () => {
  await world.save('deleting', { enabled: true, graceDays: 1 });
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  await send(finding({ id: 'F-1', status: 'rejected' }), finding({ id: 'F-2', status: 'rejected' }));
  spoil((_, value) => (isRow(value, 'F-1') ? { ...value, body: 'nonsense' } : value));
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 25 * 60 * 60_000 });
  expect(await statesOf('F-1', 'F-2')).toEqual(['held', 'deleted']);
  expect(world.site.world.state.issues.size).toBe(1);
});

test('a record that a newer version can read again loses nothing', async () => {
  await send(finding({ id: 'F-1' }));
  let body: unknown;
  spoil((_, value) => {
    if (!isRow(value, 'F-1')) return value;
    body = value['body'];
    return { ...value, body: 'nonsense' };
  });
  await send(finding({ id: 'F-1', title: 'While it could not be read' }));
  spoil((_, value) => (isRow(value, 'F-1') ? { ...value, body } : value));
  await send(finding({ id: 'F-1', title: 'Afterwards' }));
  expect(await statesOf('F-1')).toEqual(['synced']);
  expect(world.fields('WEB-1').summary).toBe('Afterwards');
  expect(world.site.world.state.issues.size).toBe(1);
});

test('a batch that cannot be read is kept and shown, and the others are worked off', async () => {
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  const mend: [string, unknown][] = [];
  spoil((key, value) => {
    if (!key.startsWith('inbox:')) return value;
    mend.push([key, value]);
    return { ...(value as object), packed: 'nonsense' };
  });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-2' })] });
  await world.settle();
  expect(await statesOf('F-2')).toEqual(['synced']);
  const held = async () => (await world.admin('activity.list', {})).held;
  expect(await held()).toMatchObject([{ reason: { code: 'unreadableChunk' } }]);
  // Hourly passes that look whether causes are gone leave it, until it can be read.
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 5 * 3_600_000 });
  expect(await held()).toHaveLength(1);
  spoil((key, value) => mend.find(([spoilt]) => spoilt === key)?.[1] ?? value);
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 26 * 3_600_000 });
  expect(await held()).toEqual([]);
  expect(await statesOf('F-1')).toEqual(['synced']);
});

test('a section of settings that cannot be read gives way to its last version, and the admin is told', async () => {
  await world.save('closing', { comment: false });
  await world.save('closing', { comment: true });
  spoil((key, value) => (key === 'settings:closing:2' ? { ...(value as object), value: 5 } : value));
  expect((await world.admin('settings.get', {})).document.closing.comment).toBe(false);
  expect((await world.admin('health.get', {})).problems).toMatchObject([
    { path: 'closing', what: { code: 'unreadableSection', section: 'closing' } },
  ]);
});

test('an entry of activity or a connection that cannot be read hides none of the others', async () => {
  await world.connect('Other');
  await send(finding({ id: 'F-1' }));
  world.clock.advance(1_000);
  await send(finding({ id: 'F-2' }));
  let first = true;
  spoil((key, value) => {
    const isFirst = first && key.startsWith('activity:');
    if (isFirst) first = false;
    return isFirst || key === `connection:${portal.key}` ? 5 : value;
  });
  expect((await world.admin('activity.list', {})).activities).toHaveLength(1);
  expect((await world.admin('connections.list', {})).connections.map(({ name }) => name)).toEqual(['Other']);
});
