import { Task } from '../../src/contract/tasks';
import { createWorld, type World } from '../support/world';
import { issueKeys, summaries } from './rules-support';

let world: World;
beforeEach(async () => {
  world = createWorld();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

const task = Task.parse({
  id: 'review',
  name: 'Access review',
  product: 'shop',
  title: 'Review who has access',
  every: 'week',
  on: 4,
  dueInDays: 7,
  timeZone: 'Europe/Berlin',
});
const week = 7 * 24 * 60 * 60_000;

/** Lets time pass with schedules down, then runs the hourly one. */
async function after(ms: number): Promise<void> {
  await world.clock.sleep(ms);
  await world.host.runSchedule('reconcile');
  await world.settle();
}

function issues(): { summary: string; duedate: string }[] {
  const all = [...world.site.world.state.issues.values()].map(({ key }) => world.fields(key));
  return all as unknown as { summary: string; duedate: string }[];
}

test('a task becomes an issue when it is saved on its day, and again with each period, each once', async () => {
  await world.save('tasks', [task]);
  await world.settle();
  expect(issues()).toMatchObject([{ summary: 'Review who has access (2026-W03)', duedate: '2026-01-22' }]);
  await after(60 * 60_000);
  expect(issues()).toHaveLength(1);
  await after(3 * week);
  expect(issues().map(({ summary }) => summary.slice(-9))).toEqual(
    ['(2026-W03)', '(2026-W04)', '(2026-W05)', '(2026-W06)'].map((one) => one.slice(-9)),
  );
});

test('a schedule that is edited to and fro makes no period twice', async () => {
  for (const every of ['week', 'day', 'week', 'month', 'week'] as const) {
    await world.save('tasks', [{ ...task, every, on: every === 'month' ? 16 : 5 }]);
    await after(week / 7);
  }
  const summaries = issues().map(({ summary }) => summary);
  expect(summaries.filter((one) => one.includes('2026-W03'))).toHaveLength(1);
  expect(new Set(summaries).size).toBe(summaries.length);
});

test('it goes through the rules like any finding', async () => {
  await world.save('rules', [
    {
      id: 'r',
      name: 'Tasks',
      enabled: true,
      when: { field: 'kind', op: 'is', value: 'scheduled_task' },
      then: { create: 'none' },
    },
  ]);
  await world.save('tasks', [task]);
  await world.settle();
  expect(issues()).toHaveLength(0);
});

test('it waits for its last turn where it is told to, and then makes the newest only', async () => {
  await world.save('tasks', [{ ...task, whenOpen: 'skip' }]);
  await world.settle();
  await after(2 * week);
  expect(issues()).toHaveLength(1);
  world.move('WEB-1', 'Done');
  await world.settle();
  await after(week);
  expect(issues()).toHaveLength(2);
});

test.each([
  ['alone', {}],
  ['in one issue with the others', { groupBy: ['product'] }],
])('it waits for its last turn however many periods go by, %s', async (_how, then) => {
  const rule = { id: 'a', name: 'A', enabled: true, when: { all: [] }, then: { create: 'product', ...then } };
  await world.save('rules', [rule] as never);
  await world.save('tasks', [{ ...task, whenOpen: 'skip' }]);
  await world.settle();
  for (let weeks = 0; weeks < 3; weeks += 1) await after(week);
  expect(summaries(world)).toEqual([expect.not.stringContaining('(+') as string]);
  world.move('WEB-1', 'Done');
  await world.settle();
  await after(week);
  expect(summaries(world)).toHaveLength('groupBy' in then ? 1 : 2);
  expect(world.statusOf(issueKeys(world).at(-1) ?? '')).toBe('To Do');
});

/** What the app says of the finding on an issue, and what other apps and JQL read there. */
const statusIn = (key: string) =>
  (world.site.issue(key).properties['security-finding'] as { status?: string }).status;

describe('the app is the portal of its tasks', () => {
  beforeEach(async () => {
    await world.useSpaces({ security: 'APP' });
  });

  test('done in Jira resolves the turn, reopened opens it again, on both issues', async () => {
    await world.save('tasks', [task]);
    await world.settle();
    for (const [to, status] of [
      ['Done', 'resolved'],
      ['To Do', 'verified'],
      ['Done', 'resolved'],
    ] as const) {
      world.clock.advance(60_000);
      world.move('WEB-1', to);
      await world.settle();
      expect([world.statusOf('WEB-1'), world.statusOf('APP-1')]).toEqual([to, to]);
      expect([statusIn('WEB-1'), statusIn('APP-1')]).toEqual([status, status]);
    }
    world.jiraCalls();
    await after(60 * 60_000);
    expect(world.jiraCalls().filter((call) => /PUT|transitions/.test(call))).toEqual([]);
  });

  test('the security team’s word reaches the product team’s issue, and nobody is told of any of it', async () => {
    await world.save('tasks', [task]);
    await world.settle();
    world.clock.advance(60_000);
    world.move('APP-1', 'Done');
    await world.settle();
    expect([world.statusOf('WEB-1'), statusIn('WEB-1')]).toEqual(['Done', 'resolved']);
    expect(JSON.stringify(world.host.kvs.snapshot())).not.toContain('finding.status_changed');
  });

  test('where closing waits for a retest, the product team’s word is enough: nobody retests a task', async () => {
    const { document } = await world.admin('settings.get', {});
    await world.save('closing', { ...document.closing, waitForRetest: true });
    await world.save('tasks', [task]);
    await world.settle();
    world.clock.advance(60_000);
    world.move('WEB-1', 'Done');
    await world.settle();
    expect([world.statusOf('APP-1'), statusIn('APP-1')]).toEqual(['Done', 'resolved']);
  });

  test('a turn that is reopened is waited for again', async () => {
    await world.save('tasks', [{ ...task, whenOpen: 'skip' }]);
    await world.settle();
    for (const to of ['Done', 'To Do']) {
      world.clock.advance(60_000);
      world.move('WEB-1', to);
      await world.settle();
    }
    await after(week);
    expect(issues()).toHaveLength(2);
    world.move('WEB-1', 'Done');
    await world.settle();
    await after(week);
    expect(issues()).toHaveLength(4);
  });
});

test('its connection is the app’s own: it is in no list, nobody manages it, and nobody calls in its name', async () => {
  await world.save('tasks', [task]);
  await world.settle();
  expect((await world.admin('connections.list', {})).connections).toEqual([]);
  await expect(world.admin('connections.rotate', { connection: 'recurringtasks' })).rejects.toThrow(
    'not_found',
  );
  const portal = await world.connect();
  const base = portal.baseUrl.replace(portal.key, 'recurringtasks');
  const answer = await world.portalWith('recurringtasks', base, portal.secret).get('/v1/ping');
  expect(answer.status).toBe(401);
});

test('the page is told the next five dates, and a wrong task is refused by its field', async () => {
  const { turns } = await world.admin('tasks.next', { task });
  expect(turns.map(({ date }) => date)).toEqual([
    '2026-01-15',
    '2026-01-22',
    '2026-01-29',
    '2026-02-05',
    '2026-02-12',
  ]);
  await expect(world.save('tasks', [{ ...task, on: 9 }])).rejects.toThrow('0.on');
});
