import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const f1 = finding({ id: 'F-1', title: 'First title' });

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await send(f1, finding({ id: 'F-2' }), finding({ id: 'F-3' }));
});
afterEach(() => {
  world.close();
});

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

async function pass(ms: number): Promise<void> {
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: ms });
}

interface View {
  readonly state: string;
  readonly reason?: string;
  readonly issues: Partial<Record<'product' | 'security', { key: string }>>;
}
async function look(): Promise<View> {
  return ((await portal.post('/v1/findings/lookup', { ids: ['F-1'] })).json as View[])[0] as View;
}

/** Takes issues out of the app's sight, as a permission, a trashed project or a security level does; the result shows them again. */
function hide(...keys: string[]): () => void {
  const { issues } = world.site.world.state;
  const hidden = [...issues.values()].filter(({ key }) =>
    keys.some((one) => key === one || one === key.slice(0, 3)),
  );
  for (const { id } of hidden) issues.delete(id);
  return () => {
    for (const issue of hidden) issues.set(issue.id, issue);
  };
}

const linked = { product: { key: 'WEB-1' }, security: { key: 'SEC-1' } };

const what: [string, string[]][] = [
  ['the product issue', ['WEB-1']],
  ['the security issue', ['SEC-1']],
  ['both issues', ['WEB-1', 'SEC-1']],
  ['the whole product project', ['WEB']],
  ['the whole security project', ['SEC']],
];
describe.each(what)('while %s is hidden', (_name, keys) => {
  test.each([2, 50])(
    'for %i hours, what the portal says waits, and is done when it is seen again',
    async (hours) => {
      const show = hide(...keys);
      await send({ ...f1, title: 'Second title' });
      expect(await look()).toMatchObject({ state: 'held', issues: linked });
      expect((await look()).reason).toContain('does not show');
      await send({ ...f1, title: 'Third title', status: 'resolved' });
      await pass(hours * hourMs);
      show();
      await pass(3 * hourMs);
      expect(await look()).toMatchObject({ state: 'synced', issues: linked });
      expect([world.fields('WEB-1').summary, world.fields('SEC-1').summary]).toEqual([
        'Third title',
        'Third title',
      ]);
      expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['Done', 'Closed']);
    },
  );

  test('a finding that the portal deletes is closed when it is seen again, also where a change waited', async () => {
    const show = hide(...keys);
    await send({ ...f1, title: 'Second title' });
    await portal.post('/v1/findings/delete', { ids: ['F-1'] });
    await pass(2 * hourMs);
    expect(await look()).toMatchObject({ state: 'held' });
    show();
    await pass(3 * hourMs);
    expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['Done', 'Closed']);
    expect(await look()).toMatchObject({ state: 'synced', issues: linked });
  });

  test('the risk that ends meanwhile reopens when it is seen again', async () => {
    await send({ ...f1, status: 'resolved' });
    await send({ ...f1, status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-15' });
    const show = hide(...keys);
    await pass(20 * hourMs);
    show();
    await pass(3 * hourMs);
    expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['To Do', 'Open']);
  });
});

test('a person’s move of the product issue is followed when the security issue is seen again', async () => {
  const show = hide('SEC-1');
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await pass(2 * hourMs);
  expect(await look()).toMatchObject({ state: 'held', issues: linked });
  show();
  await pass(2 * hourMs);
  expect(world.statusOf('SEC-1')).toBe('Closed');
  expect((await look()).state).toBe('synced');
});

test('an event of an issue that was thought gone brings it back at once', async () => {
  const show = hide('WEB-1');
  await send({ ...f1, title: 'Second title' });
  await pass(2 * dayMs);
  expect((await look()).issues).not.toHaveProperty('product');
  show();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(5);
  expect(await look()).toMatchObject({ state: 'synced', issues: linked });
  expect(world.fields('WEB-1').summary).toBe('Second title');
  expect(world.statusOf('SEC-1')).toBe('Closed');
});

test('a day of doubt begins anew when the whole project was hidden in between', async () => {
  const one = hide('WEB-1');
  await pass(20 * hourMs);
  const all = hide('WEB');
  await pass(6 * hourMs);
  all();
  await pass(3 * hourMs);
  expect(await look()).toMatchObject({ state: 'synced', issues: linked });
  one();
});

test('a deletion that Jira tells of is believed at once, and what waited for the issue goes on', async () => {
  const show = hide('WEB-1');
  await send({ ...f1, title: 'Second title' });
  expect((await look()).state).toBe('held');
  show();
  world.site.call({ method: 'DELETE', path: '/rest/api/3/issue/WEB-1', as: PEOPLE.admin });
  await world.settle(5);
  const { state, issues } = await look();
  expect({ state, roles: Object.keys(issues) }).toEqual({ state: 'synced', roles: ['security'] });
  expect(world.fields('SEC-1').summary).toBe('Second title');
});

test.each([
  ['shortly', 23, 3],
  ['for more than a day', 1, 60],
])(
  'a rejected finding’s issue that is hidden %s is deleted when it is seen again',
  async (_name, before, hours) => {
    await world.save('deleting', { enabled: true, graceDays: 1 });
    await send({ ...f1, status: 'rejected' });
    await pass(before * hourMs);
    const show = hide('WEB-1');
    await pass(hours * hourMs);
    show();
    await pass(3 * hourMs);
    expect((await look()).state).toBe('deleted');
    expect([...world.site.world.state.issues.values()].filter(({ key }) => key.endsWith('-1'))).toEqual([]);
  },
);

test('a space that is deleted for good takes its issues with it: what waits for them goes on a day later', async () => {
  world.site.deleteProject('WEB');
  await world.settle();
  await send({ ...f1, title: 'Second title' });
  expect(await look()).toMatchObject({ state: 'held', issues: linked });
  await pass(27 * hourMs);
  expect(await look()).toEqual(
    expect.objectContaining({
      state: 'synced',
      issues: { security: expect.objectContaining({ key: 'SEC-1' }) as unknown },
    }),
  );
  expect(world.fields('SEC-1').summary).toBe('Second title');
  expect((await world.admin('activity.list', {})).held).toEqual([]);
});

test('a space in the trash keeps its issues however long it lies there', async () => {
  world.site.trashProject('WEB');
  await world.settle();
  await send({ ...f1, title: 'Second title' });
  await pass(3 * dayMs);
  expect(await look()).toMatchObject({ state: 'held', issues: linked });
});
