import { createWorld, finding, type Portal, type World } from '../support/world';
import { problem, receiptOf, thrown } from './support';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const day = 24 * 3_600_000;
const post = (...findings: unknown[]) => portal.post('/v1/findings', { findings });
const lookup = async (...ids: string[]) => (await portal.post('/v1/findings/lookup', { ids })).json;
const receipt = (answer: Awaited<ReturnType<typeof post>>, of = portal) =>
  of.get(`/v1/receipts/${receiptOf(answer)}`);

test('a lookup answers in the order asked: unknown, pending, synced with issues, skipped with its reason', async () => {
  await world.useSpaces();
  await post(finding({ id: 'open' }), finding({ id: 'done', status: 'resolved' }));
  expect(await lookup('open', 'never')).toEqual([
    { id: 'open', state: 'pending', issues: {} },
    { id: 'never', state: 'unknown', issues: {} },
  ]);
  await world.settle();
  await post(finding({ id: 'later' }));
  expect(await lookup('never', 'later', 'done', 'open')).toEqual([
    { id: 'never', state: 'unknown', issues: {} },
    { id: 'later', state: 'pending', issues: {} },
    {
      id: 'done',
      state: 'skipped',
      reason: 'No rule makes an issue of a finding of severity high that is resolved.',
      issues: {},
    },
    {
      id: 'open',
      state: 'synced',
      issues: {
        product: expect.objectContaining({
          key: 'WEB-1',
          url: 'https://your-domain.atlassian.net/browse/WEB-1',
        }) as unknown,
        security: expect.objectContaining({ key: 'SEC-1' }) as unknown,
      },
    },
  ]);
});

test.each(['lookup', 'delete'])(
  '%s: an id that no finding can have is refused by its place',
  async (call) => {
    const ids = ['F-1', '\u0001["F-1","C-1"]'];
    const answer = await portal.post(`/v1/findings/${call}`, { ids });
    expect(answer).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'ids.1', message: 'must not hold control characters' }] },
    });
  },
);

test('a finding that is held up says why, and is synced after the cause is gone and a retry', async () => {
  const posted = await post(finding({ id: 'F-1' }));
  await world.settle();
  expect(await lookup('F-1')).toMatchObject([
    { state: 'held', reason: expect.stringContaining('No team space is switched on') as string },
  ]);
  expect((await receipt(posted)).json).toMatchObject({ done: true, findings: [{ state: 'held' }] });
  await world.useSpaces();
  expect(await world.admin('activity.retry', {})).toEqual({ retried: 1 });
  expect(await lookup('F-1')).toMatchObject([{ state: 'pending' }]);
  await world.settle();
  expect(await lookup('F-1')).toMatchObject([{ state: 'synced' }]);
});

test('every finding of a large request is pending until it is worked off', async () => {
  await world.useSpaces();
  const ids = Array.from({ length: 6000 }, (_, index) => `F-${String(index)}`);
  const posted = await post(...ids.map((id) => finding({ id, description: '' })));
  expect(posted).toMatchObject({ status: 202, json: { accepted: 6000 } });
  expect(await lookup('F-0', 'F-5999')).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
  const answer = await receipt(posted);
  expect(answer).toMatchObject({ status: 200, json: { done: false } });
  const { findings } = answer.json as { findings: { state: string }[] };
  expect(findings).toHaveLength(6000);
  expect(findings.every(({ state }) => state === 'pending')).toBe(true);
});

test('a connection sees only its own findings', async () => {
  await world.useSpaces();
  const other = await world.connect('Other');
  await post(finding({ id: 'F-1' }));
  await world.settle();
  const looked = await other.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(looked.json).toEqual([{ id: 'F-1', state: 'unknown', issues: {} }]);
});

test.each([{}, { ids: [] }, { ids: [1] }, { ids: [''] }, { ids: 'F-1' }])(
  'the lookup %j is refused',
  async (body) => {
    expect(await portal.post('/v1/findings/lookup', body)).toMatchObject(problem(422));
  },
);

test('a lookup takes up to a thousand ids', async () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `F-${String(index)}`);
  const most = await portal.post('/v1/findings/lookup', { ids: ids(1000) });
  expect(most).toMatchObject({ status: 200 });
  expect(most.json).toHaveLength(1000);
  expect(await portal.post('/v1/findings/lookup', { ids: ids(1001) })).toMatchObject(
    problem(422, { errors: [{ path: 'ids', message: 'must hold at most 1000 ids' }] }),
  );
});

test('a receipt says when the findings were accepted, and is done once none is pending', async () => {
  await world.useSpaces();
  const acceptedAt = new Date(world.clock.now()).toISOString();
  const posted = await post(finding({ id: 'F-1' }), finding({ id: 'F-2', status: 'rejected' }));
  expect((await receipt(posted)).json).toEqual({
    receipt: receiptOf(posted),
    acceptedAt,
    done: false,
    findings: [
      { id: 'F-1', state: 'pending', issues: {} },
      { id: 'F-2', state: 'pending', issues: {} },
    ],
  });
  await world.settle();
  expect((await receipt(posted)).json).toMatchObject({
    done: true,
    findings: [
      { id: 'F-1', state: 'synced', issues: { product: { key: 'WEB-1' } } },
      { id: 'F-2', state: 'skipped' },
    ],
  });
});

test('a finding that a request names twice stands on its receipt once', async () => {
  const posted = await post(finding({ id: 'F-1' }), finding({ id: 'F-1' }));
  expect((await receipt(posted)).json).toMatchObject({ findings: [{ id: 'F-1' }] });
  expect(((await receipt(posted)).json as { findings: unknown[] }).findings).toHaveLength(1);
});

test('a receipt of another connection, and one that never was, do not exist', async () => {
  const other = await world.connect('Other');
  const posted = await post(finding());
  expect(await receipt(posted, other)).toMatchObject(problem(404));
  expect(await portal.get('/v1/receipts/0123')).toMatchObject(problem(404));
  expect(await portal.get('/v1/receipts/..%2Fconnection')).toMatchObject(problem(404));
});

test('a receipt is kept for seven days', async () => {
  const posted = await post(finding());
  world.clock.advance(7 * day);
  expect(await receipt(posted)).toMatchObject({ status: 200 });
  world.clock.advance(1);
  expect(await receipt(posted)).toMatchObject(problem(404));
});

test('lookup and receipt tell the name, the id and the category of the status that an issue is in', async () => {
  await world.useSpaces({ security: null });
  const posted = await post(finding({ id: 'F-1' }));
  await world.settle();
  const inStatus = (name: string, statusCategory: string) => {
    const status = { status: name, statusId: world.ref('status', 'WEB', name).id, statusCategory };
    return { id: 'F-1', issues: { product: { key: 'WEB-1', ...status } } };
  };
  expect(await lookup('F-1')).toMatchObject([inStatus('To Do', 'new')]);
  world.move('WEB-1', 'In Progress');
  await world.settle();
  expect(await lookup('F-1')).toMatchObject([inStatus('In Progress', 'indeterminate')]);
  await post(finding({ id: 'F-1', status: 'resolved' }));
  await world.settle();
  world.jiraCalls();
  const done = inStatus('Done', 'done');
  expect(await lookup('F-1')).toMatchObject([done]);
  expect((await receipt(posted)).json).toMatchObject({ findings: [done] });
  expect(world.jiraCalls()).toEqual([]);
});

test('a status that gets another name is told by it within the hours of the pass over everything', async () => {
  await world.useSpaces({ security: null });
  await post(finding({ id: 'F-1' }));
  await world.settle();
  world.site.renameStatus('To Do', 'Backlog');
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * 3_600_000 });
  expect(await lookup('F-1')).toMatchObject([{ issues: { product: { status: 'Backlog' } } }]);
});
