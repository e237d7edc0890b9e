import { crashAfterCall, crashBeforeCall, timeOutAfter } from '../sandbox/faults';
import { createWorld, finding, type World } from '../support/world';
import { commentsOn, sleepWithoutSchedules, toldOfClocks } from './support';

let world: World;
afterEach(() => {
  world.close();
});

const actions = [
  { kind: 'comment', text: 'Overdue' },
  { kind: 'label', label: 'overdue' },
  { kind: 'priority' },
  { kind: 'tell' },
];
const late = { id: 'late', clock: 'fix' as const, days: 1, do: actions };

async function opened() {
  world = createWorld();
  const portal = await world.connect();
  await world.useSpaces();
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
  await world.save('sla', { escalation: [late] });
  return portal;
}

const effects = [
  ...Array.from(
    { length: 12 },
    (_, n) => [`a death after call ${String(n + 1)} of Jira`, crashAfterCall(n + 1)] as const,
  ),
  ...Array.from(
    { length: 12 },
    (_, n) => [`a death before call ${String(n + 1)} of Jira`, crashBeforeCall({ nth: n + 1 })] as const,
  ),
  ...Array.from(
    { length: 16 },
    (_, n) =>
      [`a death after call ${String(n + 1)} of storage`, crashAfterCall(n + 1, { on: 'kvs' })] as const,
  ),
  ['a comment that is never answered', timeOutAfter({ path: /comment$/ })] as const,
  ['an edit that is never answered', timeOutAfter({ method: 'PUT' })] as const,
];

test.each(effects)('%s leaves each step taken once', async (_what, fault) => {
  const portal = await opened();
  const findings = [1, 2].map((n) => finding({ id: `F-${String(n)}`, dueDate: '2026-01-16' }));
  await portal.post('/v1/findings', { findings });
  await world.settle();
  await world.clock.sleep(2 * 86_400_000);
  world.host.faults.add(fault);
  for (let round = 0; round < 8; round += 1) await sleepWithoutSchedules(world, 400_000);
  world.host.faults.clear();
  await sleepWithoutSchedules(world, 4_000_000);
  for (const key of ['WEB-1', 'WEB-2']) {
    expect(commentsOn(world, key)).toEqual(['Overdue|To be fixed by 2026-01-16 (late)']);
    expect(world.fields(key)).toMatchObject({ labels: ['overdue'], priority: { name: 'High' } });
  }
  expect(await toldOfClocks(portal)).toMatchObject([
    { type: 'finding.overdue' },
    { type: 'finding.overdue' },
  ]);
});

test('a thousand overdue findings are spread over the hours, the worst first, each once', async () => {
  world = createWorld();
  const portal = await world.connect();
  await world.useSpaces({ security: null });
  const severities = ['low', 'medium', 'high', 'critical'];
  const all = Array.from({ length: 1000 }, (_, n) =>
    finding({ id: `F-${String(n)}`, dueDate: '2026-01-05', severity: severities[n % 4] }),
  );
  for (let at = 0; at < all.length; at += 250)
    await portal.post('/v1/findings', { findings: all.slice(at, at + 250) });
  await world.settle(240);
  await world.save('sla', { escalation: [{ ...late, do: [{ kind: 'label', label: 'overdue' }] }] });
  const taken: Record<string, number>[] = [];
  for (let hour = 0; hour < 7; hour += 1) {
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 60 * 60_000 });
    taken.push(labelled());
  }
  expect(taken[0]?.['Highest'] ?? taken[0]?.['critical']).toBe(250);
  expect(Object.values(taken.at(-1) ?? {}).reduce((sum, one) => sum + one, 0)).toBe(1000);
}, 240_000);

/** How many issues have the label, by severity. */
function labelled(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { key } of world.site.world.state.issues.values()) {
    const { labels } = world.fields(key) as unknown as { labels: string[] };
    const severity = /"severity":"(\w+)"/.exec(JSON.stringify(world.site.issue(key)))?.[1] ?? '';
    if (labels.includes('overdue')) counts[severity] = (counts[severity] ?? 0) + 1;
  }
  return counts;
}
