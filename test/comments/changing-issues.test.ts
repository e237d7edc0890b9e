/** Comments while issues come and go from a finding, and while others are being written. */
import type { JsonObject } from '../sandbox/jira/json';
import { PEOPLE } from '../sandbox/jira/seed';
import { panelOf } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { comment, doc, minuteMs, one, talking } from './support';

let world: World;
let portal: Portal;
const { call, edit, heard, open, pass, post, receipt, said, send, settle, write } = talking(
  () => world,
  () => portal,
);
const edited = { body: 'Edited', updatedAt: '2026-01-15T08:30:00Z' };
const gone = { finding: 'F-1', id: 'C-1', deleted: true };

async function begin(latency = 0, eventDelayMs = () => 0): Promise<void> {
  world = createWorld({ host: { latency: () => latency, eventDelayMs } });
  portal = await world.connect();
  await world.useSpaces();
  await open();
}
afterEach(() => {
  world.close();
});

test.each([
  ['an edit', comment(edited), ['Ada (Portal) wrote:Edited']],
  ['a deletion', gone, []],
  ['a deletion of the same time', { ...gone, updatedAt: '2026-01-15T08:00:00Z' }, []],
])('%s that comes while the comment is being written is followed', async (_what, next, left) => {
  for (const after of [80, 300, 600, 840]) {
    await begin(50);
    await send(one);
    await post(comment());
    await Promise.all([settle(), world.clock.sleep(after).then(() => post(next))]);
    await pass(20);
    expect([after, said('WEB-1'), said('SEC-1')]).toEqual([after, left, left]);
    world.close();
  }
});

test('what is taken back leaves an issue too that people have unlinked since', async () => {
  await begin();
  await send(one);
  const id = write('SEC-1', doc('For the team'), {}, PEOPLE.engineer);
  await post(comment());
  await settle();
  expect(said('WEB-1')).toHaveLength(2);
  await panelOf(world, 'SEC-1').act('panel.unlink', {});
  await settle();
  const members: JsonObject = { visibility: { type: 'role', value: 'Administrators' } };
  edit('SEC-1', id, doc('For the team'), members, PEOPLE.admin);
  await post(gone);
  await settle();
  expect(said('WEB-1')).toEqual([]);
});

test('what people said on an issue that was unlinked is taken back, and comes again with the issue', async () => {
  await begin();
  await send(one);
  const id = write('SEC-1', doc('For both teams'), {}, PEOPLE.engineer);
  await settle();
  expect(said('WEB-1')).toHaveLength(1);
  await panelOf(world, 'WEB-1').act('panel.unlink', {});
  await settle();
  expect([said('WEB-1'), said('SEC-1')]).toEqual([[], ['For both teams']]);
  const [, last] = await heard();
  expect(last).toMatchObject({
    type: 'finding.comment_deleted',
    issue: { key: 'SEC-1' },
    data: { comment: { id } },
  });
  await panelOf(world, 'WEB-1').act('panel.link', { key: 'SEC-1' });
  await pass(70);
  expect(said('WEB-1')).toHaveLength(1);
  expect((await heard()).map(({ type }) => type)).toEqual([
    'finding.commented',
    'finding.comment_deleted',
    'finding.commented',
  ]);
});

test('what only waits for its finding is no activity', async () => {
  await begin();
  await send(one);
  await post(comment({ finding: 'never sent' }));
  await pass(60);
  const { activities } = await world.admin('activity.list', {});
  expect(activities.map(({ counts }) => counts)).toEqual([{ created: 1 }]);
});

test('while its finding waits in the inbox, a comment waits for it, and nobody says that it was never sent', async () => {
  await begin();
  await world.admin('connections.setPaused', { connection: portal.key, paused: true });
  await portal.post('/v1/findings', { findings: [one] });
  const id = await post(comment());
  await settle();
  expect(await receipt(id)).toEqual([
    expect.objectContaining({
      state: 'pending',
      reason: expect.stringMatching(/still waits its turn, or was not sent yet/) as string,
    }),
  ]);
  await world.admin('connections.setPaused', { connection: portal.key, paused: false });
  await pass(10);
  expect(await receipt(id)).toMatchObject([{ state: 'synced' }]);
});

test('words that were changed since leave an issue that people have unlinked', async () => {
  await begin();
  await send(one);
  const id = write('WEB-1', doc('The password is horse'));
  await post(comment());
  await settle();
  expect(said('SEC-1')).toHaveLength(2);
  await panelOf(world, 'WEB-1').act('panel.unlink', {});
  await settle();
  edit('WEB-1', id, doc('It is known'));
  await post(comment(edited));
  await settle();
  expect(said('SEC-1')).toEqual([]);
});

test('an issue that is linked at once in the place of another leaves nothing of the app on that one', async () => {
  await begin();
  await send(one);
  const fields = { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: 'Theirs' };
  call('POST', '/rest/api/3/issue', { fields }, PEOPLE.engineer);
  const panel = panelOf(world, 'WEB-1');
  await panel.act('panel.unlink', {});
  expect(await panel.act('panel.link', { key: 'SEC-2' })).toEqual({});
  expect(await panel.act('panel.unlink', {})).toMatchObject({ error: { because: 'busy' } });
  await settle();
  const left = world.site.call({
    path: '/rest/api/3/issue/SEC-1/properties/security-finding',
    as: PEOPLE.admin,
  });
  expect(left.status).toBe(404);
  expect(world.fields('SEC-1')).toMatchObject({ issuelinks: [] });
  expect((await panel.get()).linked).toEqual({ id: world.site.issue('SEC-2').id });
});

test('a comment that is edited after its finding got other issues stands on those', async () => {
  await begin();
  const members = ['F-1', 'F-2'].map((id) => finding({ id, group: 'log4j' }));
  await send(...members);
  await post(comment());
  await settle();
  await send({ ...members[0], group: 'spring' });
  await pass(5);
  await post(comment(edited));
  await pass(5);
  expect([said('WEB-2'), said('SEC-2')]).toEqual([
    ['Ada (Portal) wrote:Edited'],
    ['Ada (Portal) wrote:Edited'],
  ]);
});

test('what people wrote on an issue before it became the finding’s goes nowhere', async () => {
  await begin();
  const fields = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'Ours' };
  call('POST', '/rest/api/3/issue', { fields }, PEOPLE.developer);
  write('WEB-1', doc('Between us'));
  world.clock.advance(minuteMs);
  await send({ ...one, existing: { product: 'WEB-1' } });
  write('WEB-1', doc('To all'));
  await pass(26 * 60);
  expect((await heard()).map(({ data }) => data)).toMatchObject([{ comment: { body: 'To all' } }]);
  expect(said('SEC-1')).toEqual(['Product developer (WEB-1) wrote:To all']);
});

test('what people write in one moment is told in the order in which they wrote', async () => {
  await begin(50);
  await send(one);
  const words = ['First', 'Second', 'Third', 'Fourth'];
  for (const word of words) {
    write('WEB-1', doc(word));
    world.clock.advance(1);
  }
  await pass(2);
  const told = (await heard()).flatMap(
    ({ data }) => (data.comment as { body?: string } | undefined)?.body ?? [],
  );
  expect(told).toEqual(words);
});

test('what people write is told in the order in which they wrote, even if its events come backwards', async () => {
  let delay = 60_000;
  await begin(0, () => (delay -= 3_000));
  await send(one);
  delay = 60_000;
  const words = Array.from({ length: 12 }, (_one, index) => `Word ${String(index)}`);
  for (const word of words) {
    write('WEB-1', doc(word));
    world.clock.advance(1);
  }
  await pass(3);
  expect((await heard()).map(({ data }) => (data.comment as JsonObject).body)).toEqual(words);
});
