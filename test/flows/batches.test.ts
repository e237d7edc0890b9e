import { widest } from '../../src/core/jira/pace';
import { crashAfterCall, rateLimit } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
afterEach(() => {
  world.close();
});

const many = 120;
const minuteMs = 60_000;
const idsOf = (count: number) => Array.from({ length: count }, (_, n) => `F-${String(n)}`);

async function open(count: number, options: Parameters<typeof createWorld>[0] = {}): Promise<void> {
  world = createWorld(options);
  portal = await world.connect();
  await world.useSpaces({ product: 'WEB', security: null });
  await send(count);
}

async function send(count: number, over: Record<string, unknown> = {}): Promise<void> {
  await portal.post('/v1/findings', { findings: idsOf(count).map((id) => finding({ id, ...over })) });
  await world.settle();
  world.jiraCalls();
}

const forget = (count: number) => portal.post('/v1/findings/delete', { ids: idsOf(count) });

/** The calls to Jira since the last look, by what they are about. */
function calls(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const call of world.jiraCalls()) {
    const name = call.split('/').at(-1) ?? '';
    if (name !== 'workflows' && name !== 'search') counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const left = () => [...world.site.world.state.issues.values()].length;

const statuses = (count: number, project = 'WEB') =>
  new Set(idsOf(count).map((_, n) => world.statusOf(`${project}-${String(n + 1)}`)));

const pass = (maxVirtualMs: number) => world.host.runUntilIdle({ schedules: true, maxVirtualMs });

/** Invocations that the platform ended because they took too long. */
const overruns = () => world.host.journal.entries.filter(({ text }) => text.includes('FUNCTION_TIME_OUT'));

test('many findings deleted in the portal cost one move each, and a read before and after for each hundred', async () => {
  await open(many);
  await forget(many);
  await world.settle();
  expect(statuses(many)).toEqual(new Set(['Done']));
  expect(calls()).toEqual({ transitions: many, bulkfetch: 4 });
});

test('many accepted risks that end together cost one move and one comment each, and shared reads', async () => {
  await open(many);
  await world.useSpaces(
    { security: null },
    { statuses: { temporarily_risk_accepted: { jira: [], direction: 'both' } } },
  );
  for (let n = 1; n <= many; n += 1) world.move(`WEB-${String(n)}`, 'Done');
  await send(many, { status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-15' });
  world.clock.advance(15 * 60 * minuteMs);
  await world.host.runSchedule('sweep');
  expect(statuses(many)).toEqual(new Set(['To Do']));
  expect(calls()).toEqual({ transitions: many, comment: many, bulkfetch: 4 });
});

test('security issues that could not follow at once follow together', async () => {
  await open(many);
  await world.useSpaces({ security: 'APP' });
  await send(many, { title: 'Both spaces' });
  world.host.faults.add(rateLimit({ path: /transitions/, times: many, retryAfter: 600 }));
  for (let n = 1; n <= many; n += 1) world.move(`WEB-${String(n)}`, 'Done');
  await world.settle(5);
  expect(calls()).toEqual({});
  world.clock.advance(10 * minuteMs);
  await world.host.runSchedule('sweep');
  expect(statuses(many, 'APP')).toEqual(new Set(['Done']));
  // Two issues of each pair are read before and after, and a hundred pairs are worked on together.
  // Who the app itself is, it asks once a week: only then it knows whether it was itself who moved an issue.
  expect(calls()).toEqual({ transitions: many, comment: many, bulkfetch: 6, myself: 1 });
});

test('when Jira limits the rate, what is left waits as long as Jira says', async () => {
  await open(many);
  world.host.faults.add(rateLimit({ path: /transitions/, nth: 41, retryAfter: 60 }));
  await forget(many);
  await world.settle(0.5);
  // The limit ends the first hundred; the second is not begun. The confirming read could not be made either.
  const { transitions = 0, ...others } = calls();
  expect(others).toEqual({ bulkfetch: 1 });
  expect(transitions).toBeLessThanOrEqual(40 + widest);
  await world.settle();
  expect(statuses(many)).toEqual(new Set(['Done']));
  expect(calls()).toMatchObject({ transitions: many - transitions });
});

test('a pass that dies is repeated when its lease is over, and nothing is moved twice', async () => {
  await open(many);
  world.host.faults.add(crashAfterCall(30, { path: /transitions/ }));
  await forget(many);
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 20 * minuteMs });
  expect(statuses(many)).toEqual(new Set(['Done']));
  expect(calls()).toMatchObject({ transitions: many });
});

test('while a dead worker’s lease stands, those behind it have their turn', async () => {
  await open(many);
  world.host.faults.add(crashAfterCall(1, { path: /transitions/ }));
  await forget(many);
  await world.settle(1);
  await world.host.runSchedule('sweep');
  const done = idsOf(many).filter((_, n) => world.statusOf(`WEB-${String(n + 1)}`) === 'Done');
  expect(done).toHaveLength(1 + many - 100);
});

test('slow answers do not let an invocation run into its end: what is left goes on with the next bell', async () => {
  await open(many, {
    host: { latency: ({ on, path }) => (on === 'jira' && /transitions/.test(path) ? 9_000 : 0) },
  });
  await forget(many);
  await world.settle(5 * 60);
  expect(overruns()).toEqual([]);
  expect(statuses(many)).toEqual(new Set(['Done']));
  expect(calls()).toMatchObject({ transitions: many });
});

describe('deleting', () => {
  const goneFromPortal = { enabled: true, goneFromPortal: 'delete', graceDays: 0, hourlyCap: 1000 };

  test('costs one call each, a read for each hundred, and little storage', async () => {
    await open(many);
    await world.save('deleting', goneFromPortal);
    await forget(many);
    const before = { ...world.host.kvs.use };
    await world.settle();
    const { use } = world.host.kvs;
    expect(left()).toBe(0);
    expect(world.jiraCalls().filter((call) => call.startsWith('DELETE'))).toHaveLength(many);
    const units = use.readUnits + use.writeUnits - before.readUnits - before.writeUnits;
    // The record is marked, leased and given back and its snapshot forgotten, 25 at once; no issue costs storage of its own.
    expect(units).toBeLessThanOrEqual(0.75 * many);
  });

  test('stays within the cap of the hour within a batch, and goes on in the next', async () => {
    await open(10);
    await world.save('deleting', { ...goneFromPortal, hourlyCap: 4 });
    await forget(10);
    await pass(10 * minuteMs);
    expect(left()).toBe(6);
    await pass(60 * minuteMs);
    expect(left()).toBe(2);
  });

  test('stays within the cap of the hour when a pass dies', async () => {
    await open(10);
    await world.save('deleting', { ...goneFromPortal, hourlyCap: 4 });
    world.host.faults.add(crashAfterCall(2, { method: 'DELETE' }));
    await forget(10);
    await pass(50 * minuteMs);
    expect(left()).toBeGreaterThanOrEqual(6);
    await pass(180 * minuteMs);
    expect(left()).toBe(0);
  });

  test('gives back what a limit of the rate left unused', async () => {
    await open(10);
    await world.save('deleting', { ...goneFromPortal, hourlyCap: 10 });
    world.host.faults.add(rateLimit({ method: 'DELETE', nth: 3, retryAfter: 30 }));
    await forget(10);
    await pass(10 * minuteMs);
    expect(left()).toBe(0);
  });
});
