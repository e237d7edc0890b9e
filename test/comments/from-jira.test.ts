import {
  crashAfterCall,
  deliverTwice,
  fail,
  rateLimit,
  timeOutAfter,
  timeOutBefore,
} from '../sandbox/faults';
import type { JsonObject } from '../sandbox/jira/json';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, type Portal, type World } from '../support/world';
import { comment, doc, minuteMs, one, talking } from './support';

let world: World;
let portal: Portal;
const { edit, heard, list, open, pass, post, receipt, remove, said, send, settle, write } = talking(
  () => world,
  () => portal,
);
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  await open();
  await send(one);
  world.clock.advance(minuteMs);
});
afterEach(() => {
  world.close();
});

const told = async () =>
  (await heard()).map(({ type, data }) => [type, (data.comment as { body?: string }).body]);
const copy = 'Product developer (WEB-1) wrote:Fixed in 2.1';

test('a comment of a person is told once with who wrote it, and stands on the other issue once', async () => {
  world.jiraCalls();
  const id = write('WEB-1', doc('Fixed in 2.1'));
  await settle();
  expect(world.jiraCalls().filter((path) => path.includes('/comment'))).toEqual([
    'GET /rest/api/3/issue/10000/comment',
    'POST /rest/api/3/issue/10001/comment',
  ]);
  expect(await heard()).toMatchObject([
    {
      type: 'finding.commented',
      finding: { id: 'F-1', product: 'shop' },
      issue: { role: 'product', key: 'WEB-1' },
      by: { accountId: PEOPLE.developer, name: 'Product developer' },
      data: { comment: { id, body: 'Fixed in 2.1', mentions: [] } },
    },
  ]);
  expect(said('APP-1')).toEqual([copy]);
  await pass(130);
  expect([said('WEB-1'), said('APP-1')]).toEqual([['Fixed in 2.1'], [copy]]);
  expect(await told()).toHaveLength(1);
});

test('edits and deletions follow to the portal and to the other issue', async () => {
  const id = write('WEB-1', doc('Fixed'));
  await settle();
  world.clock.advance(minuteMs);
  edit('WEB-1', id, doc('Fixed in 2.1'));
  await settle();
  expect(said('APP-1')).toEqual([copy]);
  remove('WEB-1', id);
  await settle();
  expect(said('APP-1')).toEqual([]);
  expect(await told()).toEqual([
    ['finding.commented', 'Fixed'],
    ['finding.comment_edited', 'Fixed in 2.1'],
    ['finding.comment_deleted', undefined],
  ]);
  expect((await heard())[2]?.by).toMatchObject({ accountId: PEOPLE.admin });
});

test('people who are mentioned reach the portal with name and address; storage holds accounts only', async () => {
  const mention = { type: 'mention', attrs: { id: PEOPLE.engineer, text: '@Security engineer' } };
  const body = {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [mention, { type: 'text', text: ' look' }] }],
  };
  write('WEB-1', body);
  await settle();
  const [event] = await heard();
  const [person] = (event?.data.comment as { mentions: { accountId: string; email: string }[] }).mentions;
  expect(person).toMatchObject({ accountId: PEOPLE.engineer, name: 'Security engineer' });
  expect((event?.data.comment as JsonObject).body).toBe(
    `@[Security engineer](mailto:${person?.email ?? ''}) look`,
  );
  const stored = JSON.stringify(world.host.kvs.snapshot());
  expect(stored).not.toContain(person?.email);
  expect(said('APP-1')).toEqual(['Product developer (WEB-1) wrote:@Security engineer look']);
  expect(JSON.stringify(list('APP-1'))).not.toContain('"mention"');
});

test('who wrote it is said in the language of the space that it is written to', async () => {
  const { document } = await world.admin('settings.get', {});
  const { product, security } = document.spaces;
  await world.save('spaces', {
    product: { ...product, language: 'de' },
    security: { ...security, language: 'ru' },
  });
  await post(comment({ body: 'Bitte' }));
  await settle();
  write('WEB-1', doc('Fixed'));
  write('APP-1', doc('Seen'), {}, PEOPLE.admin);
  await settle();
  expect(said('WEB-1')).toEqual(['Ada (Portal) schrieb:Bitte', 'Fixed', 'Site admin (APP-1) schrieb:Seen']);
  expect(said('APP-1')).toEqual([
    'Ada (Portal) пишет:Bitte',
    'Seen',
    'Product developer (WEB-1) пишет:Fixed',
  ]);
});

const hidden = {
  'for a role': () => write('WEB-1', doc('Secret'), { visibility: { type: 'role', value: 'Members' } }),
  'for a role of the app too': () =>
    write(
      'WEB-1',
      doc('Secret'),
      { visibility: { type: 'role', value: 'atlassian-addons-project-access' } },
      PEOPLE.admin,
    ),
  'for a group': () =>
    write('WEB-1', doc('Secret'), { visibility: { type: 'group', value: 'security-champions' } }),
  tagged: () => write('WEB-1', doc('Secret', 'For us. #INTERNAL')),
} as const;

test.each(Object.entries(hidden))('a comment %s never leaves its issue', async (_how, act) => {
  act();
  await settle();
  await pass(130);
  expect(await heard()).toEqual([]);
  expect(said('APP-1')).toEqual([]);
});

test.each([
  ['a role', { visibility: { type: 'role', value: 'Members' } }, 'Fixed in 2.1'],
  ['a tag', {}, 'Fixed in 2.1 #internal'],
] as const)(
  'one that %s hides later is withdrawn everywhere, and told anew when it is open again',
  async (_what, more, text) => {
    const id = write('WEB-1', doc('Fixed in 2.1'));
    await settle();
    edit('WEB-1', id, doc(text), more);
    await settle();
    expect(said('APP-1')).toEqual([]);
    expect((await told()).at(-1)?.[0]).toBe('finding.comment_deleted');
    edit('WEB-1', id, doc('Open again'), { visibility: null });
    await settle();
    expect((await told()).slice(1)).toEqual([
      ['finding.comment_deleted', undefined],
      ['finding.commented', 'Open again'],
    ]);
    expect(said('APP-1')).toEqual(['Product developer (WEB-1) wrote:Open again']);
  },
);

test.each([
  ['product', false, ['WEB-1'], 0],
  ['security', false, ['APP-1'], 0],
  ['both', false, ['WEB-1', 'APP-1'], 0],
  ['off', false, [], 0],
  ['off', true, [], 1],
] as const)('fromJira %s and between %s say what goes where', async (fromJira, between, keys, copies) => {
  await open({ fromJira, between });
  world.clock.advance(minuteMs);
  write('WEB-1', doc('One'));
  write('APP-1', doc('Two'));
  await settle();
  expect((await heard()).map(({ issue }) => issue?.key)).toEqual(keys);
  expect([said('WEB-1').length, said('APP-1').length]).toEqual([1 + copies, 1 + copies]);
});

test('what people wrote before a way was opened does not take it', async () => {
  await open({ fromJira: 'off', between: false });
  const id = write('WEB-1', doc('Between us'));
  await settle();
  world.clock.advance(minuteMs);
  await open();
  edit('WEB-1', id, doc('Between us!'));
  await pass(130);
  expect(await heard()).toEqual([]);
  expect(said('APP-1')).toEqual([]);
});

test('what the portal said is not told back to it, nor copied to the other issue again', async () => {
  await post(comment());
  await pass(130);
  expect(await heard()).toEqual([]);
  expect([said('WEB-1').length, said('APP-1').length]).toEqual([1, 1]);
});

test('neither a doubled nor a late event tells anything twice', async () => {
  world.host.faults.add(deliverTwice('event', 10));
  const id = write('WEB-1', doc('One'));
  edit('WEB-1', id, doc('Fixed in 2.1'));
  await pass(130);
  expect(await told()).toEqual([['finding.commented', 'Fixed in 2.1']]);
  expect(said('APP-1')).toEqual([copy]);
});

test('events that never came are made up for: new, edited, hidden and deleted', async () => {
  const [old, shown, gone] = ['Old', 'Shown', 'Gone'].map((text) => write('WEB-1', doc(text)));
  await settle();
  world.clock.advance(minuteMs);
  lose(() => {
    edit('WEB-1', old ?? '', doc('Edited'));
    edit('WEB-1', shown ?? '', doc('Shown'), { visibility: { type: 'role', value: 'Members' } });
    remove('WEB-1', gone ?? '');
    write('WEB-1', doc('New'));
  });
  await pass(130);
  const by = 'Product developer (WEB-1) wrote:';
  expect(said('APP-1')).toEqual([`${by}Edited`, `${by}New`]);
  expect((await told()).slice(3).sort()).toEqual([
    ['finding.comment_deleted', undefined],
    ['finding.comment_deleted', undefined],
    ['finding.comment_edited', 'Edited'],
    ['finding.commented', 'New'],
  ]);
});

/** What happens meanwhile raises no event. */
function lose(act: () => void): void {
  const { events } = world.site.world;
  const { emit } = events;
  events.emit = () => undefined;
  act();
  events.emit = emit;
}

const copying = { method: 'POST', path: /\/issue\/10001\/comment$/ };

test.each([
  ['is refused for the rate', rateLimit({ ...copying, retryAfter: 90 })],
  ['times out before Jira took it', timeOutBefore(copying)],
  ['times out after Jira took it', timeOutAfter(copying)],
  ['meets a 503', fail(503, copying)],
  ['kills the worker once it is taken', crashAfterCall(1, copying)],
  ['cannot be read at first', fail(503, { method: 'GET', path: /\/comment\/\d+/ })],
  [
    'finds the worker dead at its first write',
    crashAfterCall(1, { on: 'kvs', body: /"thread"/, method: 'POST', path: /transaction/ }),
  ],
  [
    'finds the worker dead at its second write',
    crashAfterCall(2, { on: 'kvs', body: /"thread"/, method: 'POST', path: /transaction/ }),
  ],
  [
    'finds the worker dead when its number is given',
    crashAfterCall(1, { on: 'kvs', body: /"outbox"/, method: 'POST', path: /transaction/ }),
  ],
])('a copy that %s stands there once, and is told once', async (_name, fault) => {
  world.host.faults.add(fault);
  write('WEB-1', doc('Fixed in 2.1'));
  await pass(130);
  expect(said('APP-1')).toEqual([copy]);
  expect(await told()).toEqual([['finding.commented', 'Fixed in 2.1']]);
  expect((await world.admin('activity.list', {})).held).toEqual([]);
});

test('secrets that a person wrote reach neither the outbox nor the other issue', async () => {
  const secret = `ghp_${'a1B2c3D4e5F6g7H8i9J0'.repeat(2).slice(0, 36)}`;
  write('WEB-1', doc(`The token is ${secret}`));
  await settle();
  expect((await told())[0]?.[1]).toContain('masked: github-token');
  expect(said('APP-1')[0]).toContain('masked: github-token');
  expect(JSON.stringify(world.host.kvs.snapshot())).not.toContain(secret);
});

test('an issue that is hidden from the app tells of no deletion', async () => {
  write('WEB-1', doc('Fixed in 2.1'));
  await settle();
  world.site.revoke('WEB', 'BROWSE_PROJECTS', 'atlassian-addons-project-access');
  await pass(130);
  expect(await told()).toHaveLength(1);
  expect(said('APP-1')).toEqual([copy]);
});

test('on the issue of a group each member is told, and its portal’s comments stand there', async () => {
  await send({ ...one, id: 'G-1', group: 'g' }, { ...one, id: 'G-2', group: 'g' });
  world.clock.advance(minuteMs);
  const [sent] = [await post(comment({ finding: 'G-1' }), comment({ finding: 'G-2', body: 'Second' }))];
  await settle();
  expect(said('WEB-2')).toEqual(['Ada (Portal) wrote:Please look at this.', 'Ada (Portal) wrote:Second']);
  expect((await receipt(sent)).map(({ id, state }) => [id, state])).toEqual([
    ['G-1', 'synced'],
    ['G-2', 'synced'],
  ]);
  write('WEB-2', doc('Fixed in 2.1'));
  await settle();
  expect((await heard()).map(({ finding, type }) => [finding?.id, type])).toEqual([
    ['G-1', 'finding.commented'],
    ['G-2', 'finding.commented'],
  ]);
});
