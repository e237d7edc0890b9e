import { Activity, DayTotal } from '../../src/contract/activity';
import { chargedPoints } from '../support/charged-points';
import { createWorld, finding, start, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
});
afterEach(() => {
  world.close();
});

const hour = 3_600_000;
const day = 24 * hour;
const stats = () => world.admin('activity.stats', {});

async function work(created: number): Promise<void> {
  await portal.post('/v1/findings', { findings: Array.from({ length: created }, () => finding()) });
  await world.settle();
}

/** Only the days on which something was done. */
async function busyDays(): Promise<Record<string, unknown>> {
  const { days } = await stats();
  const busy = days.filter(({ counts }) => Object.keys(counts).length > 0);
  return Object.fromEntries(busy.map((total) => [total.day, total.counts]));
}

test('the last 30 days and 24 hours are told in full, also where nothing was done', async () => {
  const { days, hours } = await stats();
  expect(days).toHaveLength(30);
  expect(days[0]).toEqual({ day: '2025-12-17', counts: {}, jiraCalls: 0, jiraPoints: 0 });
  expect(days[29]?.day).toBe('2026-01-15');
  expect(hours).toHaveLength(24);
  expect(hours[23]).toEqual({ hour: start, jiraCalls: 0, jiraPoints: 0 });
});

test('what was done counts on its day and its hour', async () => {
  await work(3);
  world.clock.advance(2 * hour);
  await work(2);
  world.clock.advance(day);
  await work(4);
  expect(await busyDays()).toEqual({ '2026-01-15': { created: 5 }, '2026-01-16': { created: 4 } });
  const { days, hours } = await stats();
  expect(days[29]?.jiraCalls).toBeGreaterThan(0);
  expect(hours.reduce((sum, { jiraCalls }) => sum + jiraCalls, 0)).toBe(days[29]?.jiraCalls);
  expect(hours.reduce((sum, { jiraPoints }) => sum + jiraPoints, 0)).toBe(days[29]?.jiraPoints);
});

test('the points that the app counts are those that Jira charges', async () => {
  const charged = chargedPoints(world);
  const findings = Array.from({ length: 60 }, (_, at) => finding({ id: `F-${String(at)}` }));
  for (const over of [{}, { title: 'Another title' }, { status: 'resolved' }, { status: 'verified' }]) {
    const { status } = await portal.post('/v1/findings', {
      findings: findings.map((one) => ({ ...one, assignee: { email: 'ada@example.com' }, ...over })),
    });
    expect(status).toBe(202);
    await world.settle();
  }
  const { days } = await stats();
  expect(charged()).toBeGreaterThan(500);
  expect(days[29]?.jiraPoints).toBe(charged());
});

test('records from before points were counted are still told', () => {
  const record = { id: 'a', at: start, connection: 'abcdefgh', counts: {}, jiraCalls: 3, items: [] };
  expect(Activity.parse(record).jiraPoints).toBe(0);
  expect(DayTotal.parse({ day: '2026-01-15', counts: {}, jiraCalls: 3 }).jiraPoints).toBe(0);
});

test('a day that is over is summed up once, and counts but once', async () => {
  await work(3);
  const before = await busyDays();
  world.clock.advance(day);
  await world.host.runSchedule('daily');
  world.clock.advance(20 * day);
  await work(1);
  await world.host.runSchedule('daily');
  world.clock.advance(8 * day);
  world.host.kvs.removeExpired();
  expect(await busyDays()).toEqual({ ...before, '2026-02-05': { created: 1 } });
});

test('the numbers are the same before and after they are summed up', async () => {
  for (const created of [1, 2, 3]) {
    await work(created);
    world.clock.advance(day);
  }
  const before = await stats();
  await world.host.runSchedule('daily');
  expect(await stats()).toEqual(before);
  await world.host.runSchedule('daily');
  expect(await stats()).toEqual(before);
});
