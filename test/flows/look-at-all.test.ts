import { sha256 } from '../../src/core/data/hash';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

const hourMs = 3_600_000;
const never = 365 * 24 * hourMs;

let world: World;
let portal: Portal;
/** While true, what happens in Jira is not told to the app. */
let deaf: boolean;
beforeEach(async () => {
  deaf = false;
  world = createWorld({ host: { eventDelayMs: () => (deaf ? never : 0) } });
  portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', {
    findings: ['F-1', 'F-2', 'F-3'].map((id) => finding({ id })),
  });
  await world.settle();
});
afterEach(() => {
  world.close();
});

interface View {
  readonly state: string;
  readonly issues: Partial<Record<'product' | 'security', { key: string }>>;
}
async function look(id: string): Promise<View> {
  return ((await portal.post('/v1/findings/lookup', { ids: [id] })).json as View[])[0] as View;
}

/** The hourly pass, long after what happened, so that the search for recent changes finds nothing. */
async function laterPass(): Promise<void> {
  world.clock.advance(3 * hourMs);
  await world.host.runSchedule('reconcile');
  await world.settle(10);
}

/** A pass, and another one a day later: what both do not see is gone. */
async function passesOfADay(): Promise<void> {
  await laterPass();
  world.clock.advance(24 * hourMs);
  await laterPass();
}

function remove(key: string): void {
  deaf = true;
  const { status } = world.site.call({
    method: 'DELETE',
    path: `/rest/api/3/issue/${key}`,
    as: PEOPLE.admin,
  });
  expect(status).toBe(204);
}

/** The issue of a finding in a space. */
async function keyOf(id: string, role: 'product' | 'security'): Promise<string> {
  return (await look(id)).issues[role]?.key ?? '';
}

test('issues that were deleted while the app heard nothing are found to be gone a day later', async () => {
  remove(await keyOf('F-1', 'product'));
  remove(await keyOf('F-1', 'security'));
  await laterPass();
  expect((await look('F-1')).state).toBe('synced');
  await passesOfADay();
  expect((await look('F-1')).state).toBe('deleted');
  expect((await look('F-2')).state).toBe('synced');
});

test('a product issue that was done while the app heard nothing closes its security issue', async () => {
  deaf = true;
  world.move(await keyOf('F-1', 'product'), 'Done');
  await laterPass();
  expect(world.statusOf(await keyOf('F-1', 'security'))).toBe('Closed');
  expect(world.statusOf(await keyOf('F-2', 'security'))).toBe('Open');
});

test('a project that is hidden from the app is shown to the admins, and its issues are not taken for deleted', async () => {
  const role = 'atlassian-addons-project-access';
  world.site.revoke('WEB', 'BROWSE_PROJECTS', role);
  await laterPass();
  expect(await look('F-1')).toMatchObject({ state: 'synced', issues: { product: { key: 'WEB-1' } } });
  const problem = expect.objectContaining({ path: 'spaces.product.project', findings: 0 }) as unknown;
  expect((await world.admin('health.get', {})).problems).toEqual([problem]);
  world.site.grant('WEB', 'BROWSE_PROJECTS', role);
  await laterPass();
  expect((await world.admin('health.get', {})).problems).toEqual([]);
});

test('issues that a security level hides all at once are shown to the admins until one is seen again', async () => {
  const { issues } = world.site.world.state;
  const hidden = [...issues.values()].filter(({ key }) => key.startsWith('WEB-'));
  for (const { id } of hidden) issues.delete(id);
  await laterPass();
  expect(await look('F-1')).toMatchObject({ state: 'synced', issues: { product: { key: 'WEB-1' } } });
  await world.host.runSchedule('daily');
  const { problems } = await world.admin('health.get', {});
  expect(problems).toEqual([expect.objectContaining({ path: 'spaces.product.project', hidden: true })]);
  for (const issue of hidden) issues.set(issue.id, issue);
  await laterPass();
  expect((await world.admin('health.get', {})).problems).toEqual([]);
});

test('the pass can run twice at once', async () => {
  remove(await keyOf('F-1', 'product'));
  for (let day = 0; day < 2; day += 1) {
    world.clock.advance(25 * hourMs);
    await Promise.all([world.host.runSchedule('reconcile'), world.host.runSchedule('reconcile')]);
    await world.settle(10);
  }
  expect((await look('F-1')).issues).toEqual({
    security: expect.objectContaining({ key: 'SEC-1' }) as unknown,
  });
});

test('each pass goes on where the last one had to end, and begins anew at the end', async () => {
  const more = Array.from({ length: 97 }, (_, at) => `G-${String(at)}`);
  const last = [...more].sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1)).at(-1) ?? '';
  await portal.post('/v1/findings', { findings: more.map((id) => finding({ id })) });
  await world.settle();
  const fetches = () => world.jiraCalls().filter((call) => call.endsWith('bulkfetch')).length;
  const pass = async () => {
    fetches();
    await laterPass();
    return fetches();
  };
  expect(await pass()).toBe(2);
  // Half of this is what the pass may use: the first page takes it all.
  world.site.setOption('rateLimits', { pointsPerHour: 200 });
  expect([await pass(), await pass(), await pass()]).toEqual([1, 1, 1]);
  remove(await keyOf(last, 'product'));
  remove(await keyOf(last, 'security'));
  for (let count = 0; count < 4; count += 1) {
    world.clock.advance(12 * hourMs);
    await pass();
  }
  expect((await look(last)).state).toBe('deleted');
});
