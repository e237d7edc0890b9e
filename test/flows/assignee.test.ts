import { fail, rateLimit, timeOutBefore } from '../sandbox/faults';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

const dayMs = 24 * 60 * 60_000;
const hidden = 'account-of-hidden';
let world: World;
let portal: Portal;

beforeEach(async () => {
  world = createWorld();
  world.site.addUser({ accountId: hidden, displayName: 'Somebody', emailVisible: false });
  world.site.addProject({
    key: 'PEO',
    name: 'People',
    administrators: [PEOPLE.admin],
    members: [PEOPLE.developer, hidden],
  });
  portal = await world.connect();
  await world.useSpaces({ product: 'PEO', security: null });
});
afterEach(() => {
  world.close();
});

async function send(findings: readonly object[], minutes = 60): Promise<void> {
  expect((await portal.post('/v1/findings', { findings })).status).toBe(202);
  await world.settle(minutes);
}

async function lookup(id = 'F-1'): Promise<unknown> {
  const { json } = await portal.post('/v1/findings/lookup', { ids: [id] });
  return (json as unknown[])[0];
}

function assigneeOf(key: string): string | null {
  const { assignee } = world.fields(key) as Record<string, { accountId: string } | null>;
  return assignee?.accountId ?? null;
}

/** How many calls there were since the last look. */
function calls(): { searches: number; edits: number } {
  const all = world.jiraCalls();
  return {
    searches: all.filter((call) => call.includes('user/search')).length,
    edits: all.filter((call) => call.startsWith('PUT')).length,
  };
}

const named = (email: string, over: object = {}) => finding({ id: 'F-1', assignee: { email }, ...over });
const admin = 'site.admin@example.com';
const search = { path: /user\/search/ };

test.each([
  ['the person whose address it is', 'Site.Admin@Example.com', PEOPLE.admin],
  ['the person whom alone Jira finds where it hides the address', 'somebody@example.com', hidden],
  ['nobody whose address only begins so', 'site.admin@example.co', null],
  ['nobody where nobody has it', 'nobody@example.com', null],
])('an address assigns to %s', async (_, email, expected) => {
  await send([named(email)]);
  expect(assigneeOf('PEO-1')).toBe(expected);
  expect(await lookup()).toMatchObject({ state: 'synced' });
});

test('where Jira hides the address, the preview and the story of the finding say so', async () => {
  const [sure, unsure] = [named(admin), named('somebody@example.com', { id: 'F-2' })];
  const document = { findings: [sure, unsure] };
  const { findings } = await world.admin('findings.preview', { connection: portal.key, document });
  const doubted = findings.map(({ issues }) =>
    issues.flatMap(({ values }) => values.filter((one) => one.unconfirmed).map(({ field }) => field)),
  );
  expect(doubted).toEqual([[], ['assignee']]);
  await send([sure, unsure]);
  const story = (id: string) => world.admin('findings.story', { connection: portal.key, finding: id });
  expect((await story('F-1')).facts?.assigneeUnconfirmed).toBeUndefined();
  expect((await story('F-2')).facts?.assigneeUnconfirmed).toBe(true);
});

test('the person who is meant is found among many whose addresses begin alike', async () => {
  for (let n = 0; n < 20; n += 1)
    world.site.addUser({
      accountId: `like-${String(n)}`,
      displayName: 'Like',
      email: `ada@example.co${String(n)}`,
    });
  world.site.addUser({ accountId: 'ada', displayName: 'Ada', email: 'ada@example.co' });
  await send([named('ada@example.co'), named(admin, { id: 'F-2' })]);
  // She may not be assigned in this project, so Jira was asked for exactly her.
  expect(JSON.stringify(world.host.kvs.snapshot())).toContain('"accountId":"ada"');
});

describe.each([
  ['an outage', fail(503, { ...search, times: 3 })],
  ['a limit', rateLimit({ ...search, retryAfter: 90, reason: 'jira-burst-based' })],
  ['no answer', timeOutBefore(search)],
])('after %s of the search', (_, fault) => {
  test('the issue is there at once and the assignee follows', async () => {
    world.host.faults.add(fault);
    await send([named(admin)], 0.5);
    expect(world.statusOf('PEO-1')).toBe('To Do');
    expect(assigneeOf('PEO-1')).toBeNull();
    expect(await lookup()).toMatchObject({ state: 'pending' });
    await world.settle();
    expect(assigneeOf('PEO-1')).toBe(PEOPLE.admin);
    expect(await lookup()).toMatchObject({ state: 'synced' });
    const { activities } = await world.admin('activity.list', {});
    expect(activities.flatMap(({ items }) => items.map(({ outcome }) => outcome))).toContain('created');
  });

  test('nobody else is assigned meanwhile, and an issue keeps whom it has', async () => {
    await world.useSpaces(
      { product: 'PEO', security: null },
      { assignee: { id: PEOPLE.developer, name: 'Product developer' } },
    );
    await send([named(admin)]);
    world.clock.advance(dayMs + 1);
    world.host.faults.add(fault);
    await send([named(admin, { title: 'Changed' }), named(admin, { id: 'F-2' })], 0.5);
    expect([assigneeOf('PEO-1'), assigneeOf('PEO-2')]).toEqual([PEOPLE.admin, null]);
    await world.settle();
    expect([assigneeOf('PEO-1'), assigneeOf('PEO-2')]).toEqual([PEOPLE.admin, PEOPLE.admin]);
  });
});

test('where an assignee is set only once, the issue waits for the search', async () => {
  await world.save('fields', { owners: { assignee: 'create' } });
  world.host.faults.add(fail(503, { ...search, times: 2 }));
  await send([named(admin)]);
  expect(assigneeOf('PEO-1')).toBe(PEOPLE.admin);
  expect(calls().edits).toBe(0);
});

test('nobody is remembered for a day, then looked for again', async () => {
  await send([named('ada@example.com')]);
  world.site.addUser({ accountId: 'ada', displayName: 'Ada', email: 'ada@example.com' });
  calls();
  await send([named('ada@example.com')]);
  expect(calls().searches).toBe(0);
  world.clock.advance(dayMs);
  await send([named('ada@example.com')]);
  expect(calls().searches).toBe(1);
});

test('many addresses are searched once each, a hundred an invocation, and cost no edits', async () => {
  const many = Array.from({ length: 230 }, (_, n) =>
    finding({ id: `F-${String(n)}`, assignee: { email: `person-${String(n)}@example.com` } }),
  );
  await send(many, 0.05);
  expect(calls()).toEqual({ searches: 100, edits: 0 });
  await world.settle();
  expect(calls()).toEqual({ searches: 130, edits: 0 });
  const { json } = await portal.post('/v1/findings/lookup', { ids: many.map(({ id }) => id).slice(0, 100) });
  expect(new Set((json as { state: string }[]).map(({ state }) => state))).toEqual(new Set(['synced']));
  await send(many);
  expect(calls()).toEqual({ searches: 0, edits: 0 });
}, 60_000);

test('an assignee that Jira refuses is not tried again until the finding names another', async () => {
  const outsider = { assignee: { accountId: PEOPLE.outsider } };
  await send([finding({ id: 'F-1', ...outsider })]);
  expect(await lookup()).toMatchObject({ state: 'synced' });
  calls();
  await send([finding({ id: 'F-1', title: 'Changed', ...outsider })]);
  expect(calls().edits).toBe(1);
  expect(world.fields('PEO-1').summary).toContain('Changed');
  const developer = { assignee: { accountId: PEOPLE.developer } };
  await send([finding({ id: 'F-1', title: 'Changed', ...developer })]);
  expect(assigneeOf('PEO-1')).toBe(PEOPLE.developer);
  calls();
  for (const title of ['Changed', 'Again', 'And again'])
    await send([finding({ id: 'F-1', title, ...outsider })]);
  // One refusal, and an edit for each new title.
  expect(calls().edits).toBe(3);
  expect(await lookup()).toMatchObject({ state: 'synced' });
});
