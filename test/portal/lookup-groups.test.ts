/** What a portal is told when it asks for findings that share an issue, and for comments on them. */
import { fail } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { receiptOf, thrown } from './support';

let world: World;
let portal: Portal;
const members = ['F-1', 'F-2'].map((id) => finding({ id, group: 'log4j' }));
const comment = {
  finding: 'F-2',
  id: 'C-1',
  author: { name: 'Ada' },
  body: 'Please look.',
  createdAt: '2026-01-15T08:00:00Z',
};
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

const post = (...findings: object[]) => portal.post('/v1/findings', { findings });
const say = (...comments: object[]) => portal.post('/v1/comments', { comments });
const lookup = async () => (await portal.post('/v1/findings/lookup', { ids: ['F-1', 'F-2'] })).json;
const findingsOf = async (receipt: string) =>
  ((await portal.get(`/v1/receipts/${receipt}`)).json as { done: boolean; findings: object[] }).findings;
const shared = { product: { key: 'WEB-1', status: 'To Do' } };

test('findings of a group are pending until their issue is there, then each has that, and the group itself is none', async () => {
  const receipt = receiptOf(await post(...members));
  const pending = [
    { id: 'F-1', state: 'pending', issues: {} },
    { id: 'F-2', state: 'pending', issues: {} },
  ];
  expect([await lookup(), await findingsOf(receipt)]).toEqual([pending, pending]);
  await world.settle();
  const synced = [
    { id: 'F-1', state: 'synced', issues: shared },
    { id: 'F-2', state: 'synced', issues: shared },
  ];
  expect(await lookup()).toMatchObject(synced);
  expect(await findingsOf(receipt)).toMatchObject(synced);
  const { json } = (await portal.get('/v1/findings')) as { json: { findings: { id: string }[] } };
  expect(json.findings.map(({ id }) => id).sort()).toEqual(['F-1', 'F-2']);
  expect(json.findings).toMatchObject([{ issues: shared }, { issues: shared }]);
});

test('what holds up their issue holds up each of them and the comments that wait for it, until it is there', async () => {
  const refused = { errorMessages: ['You may not create issues.'], errors: {} };
  world.host.faults.add(fail(403, { method: 'POST', path: /\/issue(\/bulk)?$/, times: Infinity }, refused));
  await post(...members);
  const receipt = receiptOf(await say(comment));
  await world.settle();
  const why = { reason: expect.stringContaining('You may not create issues.') as string };
  expect(await lookup()).toMatchObject([
    { id: 'F-1', state: 'held', issues: {}, ...why },
    { id: 'F-2', state: 'held', issues: {}, ...why },
  ]);
  expect(await findingsOf(receipt)).toMatchObject([{ id: 'F-2', comment: 'C-1', state: 'held', ...why }]);
  world.host.faults.clear();
  await world.admin('activity.retry', {});
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 20 * 60_000 });
  expect(await lookup()).toMatchObject([
    { state: 'synced', issues: shared },
    { state: 'synced', issues: shared },
  ]);
  expect(await findingsOf(receipt)).toMatchObject([{ comment: 'C-1', state: 'synced', issues: shared }]);
});

test('one that leaves the group or is deleted looks up for itself, and the others go on', async () => {
  await post(...members);
  await world.settle();
  await post({ ...members[0], group: undefined });
  await portal.post('/v1/findings/delete', { ids: ['F-2'] });
  await world.settle();
  expect(await lookup()).toMatchObject([
    { id: 'F-1', state: 'synced', issues: { product: { key: 'WEB-2' } } },
    { id: 'F-2', state: 'deleted', issues: {} },
  ]);
  const receipt = receiptOf(await say(comment));
  await world.settle();
  expect(await findingsOf(receipt)).toMatchObject([{ comment: 'C-1', state: 'skipped', issues: {} }]);
});
