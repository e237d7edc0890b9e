import { Finding } from '../../src/contract/finding';
import { defaultSettings } from '../../src/contract/settings';
import { noLookups } from '../../src/mappings/lookups';
import { createTemplates } from '../../src/mappings/templates/engine';
import { prepareJob } from '../../src/flows/apply/prepare';
import { crashAfterCall, crashBeforeCall, deliverTwice, failStorage } from '../sandbox/faults';
import { defaultSla } from '../../src/contract/sla';
import { calendarOf } from '../../src/core/sla/calendar';
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

const hours = (n: number) => world.host.runUntilIdle({ schedules: true, maxVirtualMs: n * 60 * 60_000 });
const batch = (count: number, bad: number) =>
  Array.from({ length: count }, (_, n) =>
    finding({ id: `F-${String(n)}`, title: n === bad ? 'POISON' : `Good ${String(n)}` }),
  );
/** The process that is about to change this finding's issue is no more. */
const kills = crashBeforeCall({ method: 'PUT', path: /\/issue\/\d+$/, body: /POISON/, times: Infinity });

async function statesOf(count: number): Promise<Record<string, number>> {
  const ids = Array.from({ length: count }, (_, n) => `F-${String(n)}`);
  const { json } = await portal.post('/v1/findings/lookup', { ids });
  const counts: Record<string, number> = {};
  for (const { state } of json as { state: string }[]) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function invocations(): number {
  return world.host.journal.entries.filter(
    ({ kind, text }) => kind === 'invocation' && text.startsWith('core:consumer') && text.endsWith('starts'),
  ).length;
}

function titles(): string[] {
  return [...world.site.world.state.issues.values()]
    .map(({ key }) => String(world.fields(key).summary))
    .filter((title) => /Good|POISON/.test(title));
}

/** Twelve findings with issues; the one of them that changes to POISON kills its process. */
async function poisoned(): Promise<{ mend: () => void; receipt: string }> {
  await portal.post('/v1/findings', { findings: batch(12, -1) });
  await world.settle();
  const mend = world.host.faults.add(kills);
  const changed = batch(12, 5).map((one) => ({ ...one, severity: 'low' }));
  const { json } = await portal.post('/v1/findings', { findings: changed });
  return { mend, receipt: (json as { receipt: string }).receipt };
}

test('a finding that kills every process that works on it is parked alone, and its neighbours go on', async () => {
  const before = invocations();
  const { receipt } = await poisoned();
  await hours(5);
  expect(await statesOf(12)).toEqual({ synced: 11, held: 1 });
  const { held, pendingChunks } = await world.admin('activity.list', {});
  expect(held.map(({ reason, findings }) => [reason.code, findings])).toEqual([['appFailed', 1]]);
  expect(pendingChunks).toBe(0);
  expect(invocations() - before).toBeLessThan(90);
  expect((await portal.get(`/v1/receipts/${receipt}`)).json).toMatchObject({ done: true });
});

test('what was parked as the app’s own failure goes on once the defect is gone and somebody retries', async () => {
  const { mend } = await poisoned();
  await hours(4);
  mend();
  await world.admin('activity.retry', {});
  await hours(1);
  expect(await statesOf(12)).toEqual({ synced: 12 });
});

test('a mapping that throws holds up its finding at once, without a try, and says what to report', () => {
  const job = prepareJob({
    key: 'k',
    connection: 'c0ffee',
    owner: 'o',
    finding: Finding.parse(finding({ id: 'F-1' })),
    seenAt: 1,
    record: undefined,
    anew: false,
    settings: defaultSettings(),
    decide: () => {
      throw new RangeError('with words of the finding');
    },
    accountOf: () => undefined,
    screens: new Map(),
    named: noLookups,
    templates: createTemplates(),
    calendar: calendarOf(defaultSla()),
    now: 1,
  });
  expect(job.works).toEqual([]);
  expect(job.record).toMatchObject({ findingId: 'F-1', product: 'shop', seenAt: 1 });
  const [problem] = job.problems;
  expect(problem).toMatchObject({ kind: 'held', reason: { code: 'appFailed' } });
  expect(JSON.stringify(problem)).toMatch(/RangeError-[0-9a-f]{8}/);
  expect(JSON.stringify(problem)).not.toMatch(/words of the finding/);
});

test('bells that are delivered twice do not multiply', async () => {
  world.host.faults.add(
    deliverTwice('queue', Infinity),
    crashAfterCall(1, { on: 'kvs', path: /transaction/, times: 6 }),
  );
  const before = invocations();
  await portal.post('/v1/findings', { findings: batch(10, -1) });
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 90 * 60_000 });
  expect(invocations() - before).toBeLessThan(120);
  world.host.faults.clear();
  await hours(4);
  expect(await statesOf(10)).toEqual({ synced: 10 });
  expect(titles()).toHaveLength(10);
});

test('storage that fails for a while makes nobody a culprit', async () => {
  world.host.faults.add(failStorage(503, 'SERVICE_UNAVAILABLE', { path: /entity/, times: 60 }));
  await portal.post('/v1/findings', { findings: batch(3, -1) });
  await hours(2);
  expect(await statesOf(3)).toEqual({ synced: 3 });
});
