import type { Activity } from '../../src/contract/activity';
import { rowsOf } from '../../src/core/activity/rows';
import type { Story, StoryEntry } from '../../src/contract/story';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, start, type World } from '../support/world';
import { ask } from './support';

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

const dayMs = 86_400_000;
const story = (id = 'F-1'): Promise<Story> =>
  world.admin('findings.story', { connection: portal.key, finding: id });

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

/** More batches like this one of the same product, each a second later than the one before. */
function writeActivity(record: Activity, count: number): void {
  const rows = Array.from({ length: count }, (_, later) =>
    rowsOf({
      ...record,
      id: `more${String(later)}`,
      at: record.at + (later + 1) * 1000,
      items: record.items.map((item) => ({ ...item, finding: `other ${'x'.repeat(200)}` })),
    }),
  );
  world.host.kvs.plant(
    rows.flat().map((value) => ({ key: `activity:${value.body.id}-${String(value.body.n)}`, value })),
    'activity',
  );
}

function told(entry: StoryEntry): string {
  if (entry.what === 'outcome') return [entry.outcome, ...entry.issues].join(' ');
  return entry.what === 'reported' ? `reported ${entry.status}` : `${entry.what} ${entry.issue}`;
}

test('a finding is told from its issues to its end, newest first', async () => {
  const one = finding({ id: 'F-1' });
  await send(one);
  world.clock.advance(3_600_000);
  await send({ ...one, title: 'Another title' });
  world.clock.advance(3_600_000);
  world.move('WEB-1', 'Done');
  await world.settle();
  const { entries, issues, state, product, facts, from, complete, gaps } = await story();
  const lines = entries.map(told);
  expect(lines.at(-1)).toBe('created WEB-1 SEC-1');
  expect(lines.indexOf('changed WEB-1 SEC-1')).toBeLessThan(lines.indexOf('created WEB-1 SEC-1'));
  expect(lines).toContain('closed SEC-1');
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort((a, b) => b - a));
  expect({ state, product, title: facts?.title }).toEqual({
    state: 'synced',
    product: 'shop',
    title: 'Another title',
  });
  expect(issues).toMatchObject([
    { role: 'product', key: 'WEB-1', category: 'done', gone: false, adopted: false },
    { role: 'security', key: 'SEC-1', category: 'done', gone: false, adopted: false },
  ]);
  expect({ from, complete, gaps }).toEqual({
    from: world.clock.now() - 30 * dayMs,
    complete: true,
    gaps: false,
  });
});

test('what holds a finding up is told with its reason', async () => {
  await world.useSpaces({ product: null, security: null });
  await send(finding({ id: 'F-1' }));
  const { state, reason, entries, issues } = await story();
  expect({ state, issues }).toEqual({ state: 'held', issues: [] });
  expect(reason).toEqual({ code: 'noSpaceOn' });
  expect(entries).toContainEqual(expect.objectContaining({ what: 'outcome', outcome: 'held', reason }));
});

test('what is done later without another word of the portal is told with its time', async () => {
  await world.save('deleting', { enabled: true, graceDays: 1 });
  await send(finding({ id: 'F-1' }));
  await send(finding({ id: 'F-1', status: 'rejected' }));
  const { waiting } = await story();
  expect(waiting.map(({ todo }) => todo)).toEqual(['delete']);
  expect(waiting[0]?.at).toBeGreaterThan(start + dayMs - 1);
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: dayMs + 600_000 });
  const after = await story();
  expect(after).toMatchObject({ state: 'deleted', waiting: [] });
  expect(after.issues.map(({ gone }) => gone)).toEqual([true, true]);
}, 30_000);

test('a finding that was received and is not worked off yet is told as pending', async () => {
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  expect(await story()).toMatchObject({ state: 'pending', entries: [], issues: [] });
});

test('another connection’s finding of the same id is another finding', async () => {
  const other = await world.connect('Other');
  await send(finding({ id: 'F-1' }));
  await other.post('/v1/findings', { findings: [finding({ id: 'F-1', title: 'Of the other' })] });
  await world.settle();
  const theirs = await world.admin('findings.story', { connection: other.key, finding: 'F-1' });
  expect(theirs.issues.map(({ key }) => key)).toEqual(['WEB-2', 'SEC-2']);
  expect((await story()).issues.map(({ key }) => key)).toEqual(['WEB-1', 'SEC-1']);
});

test('activity older than 30 days is over, but the record still knows when its issues came to be', async () => {
  await send(finding({ id: 'F-1' }));
  world.clock.advance(40 * dayMs);
  world.host.kvs.removeExpired();
  const { entries } = await story();
  expect(entries.map(told)).toEqual(expect.arrayContaining(['created WEB-1', 'created SEC-1']));
  expect(entries.some(({ what }) => what === 'outcome')).toBe(false);
});

test('a batch of more than a hundred findings may hide one: the story says so', async () => {
  await send(...Array.from({ length: 120 }, (_, index) => finding({ id: `F-${String(index)}` })));
  expect(await story('F-119')).toMatchObject({ gaps: true, complete: true });
}, 60_000);

test('activity is read back as far as one call may read, and the story says how far', async () => {
  await send(finding({ id: 'F-1' }));
  const { activities } = await world.admin('activity.list', {});
  const [record] = activities;
  if (!record) throw new Error('no activity');
  writeActivity(record, 3_000);
  world.clock.advance(3_600_000);
  const { complete, from, entries } = await story();
  expect(complete).toBe(false);
  expect(from).toBeGreaterThan(record.at);
  expect(entries.map(told)).toContain('created WEB-1');
}, 60_000);

test('what was done to the findings of other products does not shorten a story', async () => {
  await send(finding({ id: 'F-1' }));
  const [record] = (await world.admin('activity.list', {})).activities;
  if (!record) throw new Error('no activity');
  const items = record.items.map((item) => ({ ...item, product: 'another' }));
  writeActivity({ ...record, items }, 3_000);
  world.clock.advance(3_600_000);
  const { complete, entries } = await story();
  expect(complete).toBe(true);
  expect(entries.map(told)).toContain('created WEB-1 SEC-1');
}, 60_000);

test('of a finding that nobody ever heard of there is no story', async () => {
  const input = { connection: portal.key, finding: 'never' };
  expect((await ask(world, 'findings.story', input)).error).toEqual({
    code: 'not_found',
    message: 'Nothing is stored about this finding any more.',
  });
  expect((await ask(world, 'findings.story', { ...input, finding: '' })).error?.code).toBe('invalid');
  expect(await world.adminAs(PEOPLE.developer, 'findings.story', input)).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('a finding that shares its issues names its group, whose findings are listed page by page, the worst first', async () => {
  const members = Array.from({ length: 25 }, (_, at) =>
    finding({ id: `G-${String(at)}`, group: 'log4j', severity: at === 7 ? 'critical' : 'medium' }),
  );
  await send(...members);
  const { group, issues, product = '' } = await story('G-3');
  expect(group).toEqual({ id: 'log4j' });
  expect(issues.map(({ key }) => key).sort()).toEqual(['SEC-1', 'WEB-1']);
  const ask = { connection: portal.key, product, group: { id: 'log4j' } };
  const first = await world.admin('groups.members', ask);
  expect([first.total, first.next, first.members[0]?.id]).toEqual([25, 20, 'G-7']);
  const rest = await world.admin('groups.members', { ...ask, from: first.next ?? 0 });
  expect(rest.next).toBeUndefined();
  expect(new Set([...first.members, ...rest.members].map(({ id }) => id)).size).toBe(25);
  await expect(world.admin('groups.members', { ...ask, group: { id: 'none' } })).rejects.toThrow('not_found');
});
