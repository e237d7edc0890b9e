import {
  crashAfterCall,
  crashBeforeCall,
  fail,
  rateLimit,
  timeOutAfter,
  timeOutBefore,
} from '../sandbox/faults';
import type { JsonObject } from '../sandbox/jira/json';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, type Portal, type World } from '../support/world';
import { comment, minuteMs, one, talking } from './support';

let world: World;
let portal: Portal;
const { call, idOf, list, pass, post, receipt, remove, said, send, settle } = talking(
  () => world,
  () => portal,
);
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
});
afterEach(() => {
  world.close();
});

const words = 'Ada (Portal) wrote:Please look at this.';
const toComments = { method: 'POST', path: /\/comment$/ };

test('a comment of the portal stands on both issues, and its receipt says so', async () => {
  await send(one);
  world.jiraCalls();
  const sent = await post(comment());
  expect(await receipt(sent)).toMatchObject([{ id: 'F-1', comment: 'C-1', state: 'pending' }]);
  await settle();
  expect([said('WEB-1'), said('APP-1')]).toEqual([[words], [words]]);
  expect(await receipt(sent)).toMatchObject([
    { id: 'F-1', comment: 'C-1', state: 'synced', issues: { product: { key: 'WEB-1' } } },
  ]);
  expect(world.jiraCalls().filter((path) => path.includes('/comment'))).toHaveLength(2);
});

test('sent again it does nothing; edited and deleted it follows; what is older changes nothing', async () => {
  await send(one);
  await post(comment());
  await settle();
  world.jiraCalls();
  await post(comment());
  await settle();
  expect(world.jiraCalls()).toEqual([]);
  await post(comment({ body: 'Never mind.', updatedAt: '2026-01-15T08:30:00Z' }));
  await settle();
  await post(comment({ body: 'Too late.', updatedAt: '2026-01-15T08:20:00Z' }));
  await settle();
  expect([said('WEB-1'), said('APP-1')]).toEqual([
    ['Ada (Portal) wrote:Never mind.'],
    ['Ada (Portal) wrote:Never mind.'],
  ]);
  const gone = await post({ finding: 'F-1', id: 'C-1', deleted: true, updatedAt: '2026-01-15T08:40:00Z' });
  await settle();
  expect([said('WEB-1'), said('APP-1')]).toEqual([[], []]);
  expect(await receipt(gone)).toMatchObject([{ comment: 'C-1', state: 'deleted' }]);
  await post(comment({ body: 'Back?', updatedAt: '2026-01-15T08:35:00Z' }));
  await settle();
  expect(said('WEB-1')).toEqual([]);
});

test.each([
  ['product', ['WEB-1']],
  ['security', ['APP-1']],
  ['off', []],
] as const)('where the admin chose %s, it stands there only', async (toJira, keys) => {
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'off', comments: { toJira } });
  await send(one);
  const sent = await post(comment());
  await settle();
  expect(['WEB-1', 'APP-1'].filter((key) => said(key).length > 0)).toEqual(keys);
  expect((await receipt(sent))[0]?.state).toBe(toJira === 'off' ? 'skipped' : 'synced');
});

test('a comment that comes before its finding waits for the issue', async () => {
  await post(comment(), comment({ id: 'C-2', body: 'Second', createdAt: '2026-01-15T08:01:00Z' }));
  await world.settle(1);
  await send(one);
  await pass(5);
  expect(said('WEB-1')).toEqual([words, 'Ada (Portal) wrote:Second']);
});

test('a comment on a finding that becomes no issue ends as skipped, and goes there once there is one', async () => {
  await send({ ...one, severity: 'info' });
  const sent = await post(comment());
  await settle();
  const [view] = await receipt(sent);
  expect(view).toMatchObject({ state: 'skipped', reason: expect.stringContaining('rule') as string });
  await send({ ...one, severity: 'high' });
  await pass(10);
  expect(said('WEB-1')).toEqual([words]);
  expect((await receipt(sent))[0]?.state).toBe('synced');
});

test('a comment on a finding that was never sent ends as skipped after a day', async () => {
  const sent = await post(comment({ finding: 'F-9' }));
  await pass(5);
  expect((await receipt(sent))[0]?.state).toBe('pending');
  await pass(26 * 60);
  expect((await receipt(sent))[0]).toMatchObject({
    state: 'skipped',
    reason: 'This connection never sent the finding that the comment is about.',
  });
});

test.each([
  [{ id: '' }, 'comments.0.id'],
  [{ finding: undefined }, 'comments.0.finding'],
  [{ author: null }, 'comments.0.author'],
  [{ body: ' ' }, 'comments.0.body'],
  [{ body: 'x'.repeat(32_768) }, 'comments.0.body'],
  [{ createdAt: 'yesterday' }, 'comments.0.createdAt'],
  [{ mentions: Array.from({ length: 1001 }, () => ({ text: '@Bo' })) }, 'comments.0.mentions'],
  [{ mentions: [{ text: '@Bo', email: 'bo' }] }, 'comments.0.mentions.0.email'],
])('what does not fit is refused by its field: %#', async (over, path) => {
  const answer = await portal.post('/v1/comments', { comments: [comment(over)] });
  expect(answer).toMatchObject({ status: 422, json: { errors: [{ path }] } });
});

test('one bad comment does not refuse the rest', async () => {
  const answer = await portal.post('/v1/comments', { comments: [comment(), comment({ id: 7 })] });
  expect(answer).toMatchObject({ status: 202, json: { accepted: 1, rejected: [{ index: 1 }] } });
});

test('where ids are unique within a product, a comment names it', async () => {
  const created = await world.admin('connections.create', {
    name: 'Two',
    method: 'signature',
    ids: 'product',
  });
  if (!('secret' in created)) throw new Error('no secret');
  portal = world.portalWith(created.connection, created.baseUrl, created.secret);
  await send(one);
  expect(await portal.post('/v1/comments', { comments: [comment()] })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'comments.0.product' }] },
  });
  await post(comment({ product: 'shop' }));
  await settle();
  expect(said('WEB-1')).toEqual(['Ada (Two) wrote:Please look at this.']);
});

function mentions(key: string): unknown[] {
  const found: unknown[] = [];
  JSON.stringify(list(key), (_name, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'mention')
      found.push((value as JsonObject).attrs);
    return value;
  });
  return found;
}

test('people whom the portal names by their address or account are mentioned, others stay words', async () => {
  await send(one);
  const { emailAddress } = world.site.call({
    path: `/rest/api/3/user?accountId=${PEOPLE.developer}`,
    as: PEOPLE.admin,
  }).data as { emailAddress: string };
  await post(
    comment({
      body: `@[Dev](mailto:${emailAddress}) and @Eve, ask @[Nobody](mailto:nobody@example.com); \`@Eve\` is code, @Evelyn is not meant.`,
      mentions: [{ text: '@Eve', accountId: PEOPLE.engineer }],
    }),
  );
  await settle();
  expect(mentions('WEB-1')).toEqual([
    { id: PEOPLE.developer, text: '@Dev' },
    { id: PEOPLE.engineer, text: '@Eve' },
  ]);
  expect(said('WEB-1')).toEqual([
    'Ada (Portal) wrote: and , ask @Nobody; @Eve is code, @Evelyn is not meant.',
  ]);
});

test('text of a finding never becomes a mention', async () => {
  await send({ ...one, description: '@[Dev](mailto:developer@example.com) wrote this' });
  expect(JSON.stringify(world.fields('WEB-1'))).not.toContain('"mention"');
});

test('secrets in a comment reach neither storage nor Jira', async () => {
  await send(one);
  const secret = `ghp_${'a1B2c3D4e5F6g7H8i9J0'.repeat(2).slice(0, 36)}`;
  await post(comment({ body: `The token is ${secret}.` }));
  expect(JSON.stringify(world.host.kvs.snapshot())).not.toContain(secret);
  await settle();
  expect(said('WEB-1')[0]).toContain('[masked: github-token]');
});

test.each([
  ['is refused for the rate', rateLimit({ ...toComments, retryAfter: 90 })],
  ['times out before Jira took it', timeOutBefore(toComments)],
  ['times out after Jira took it', timeOutAfter(toComments)],
  ['meets a 503', fail(503, toComments)],
  ['is not answered at all three times', timeOutAfter({ ...toComments, times: 3 })],
  ['kills the worker before it is taken', crashBeforeCall(toComments)],
  ['kills the worker once it is taken', crashAfterCall(1, toComments)],
  ['kills the worker at the second issue', crashAfterCall(2, toComments)],
])('a comment that %s stands there once, in order with the next', async (_name, fault) => {
  await send(one);
  world.host.faults.add(fault);
  await post(comment(), comment({ id: 'C-2', body: 'Second', createdAt: '2026-01-15T08:01:00Z' }));
  await pass(30);
  const both = [words, 'Ada (Portal) wrote:Second'];
  expect([said('WEB-1'), said('APP-1')]).toEqual([both, both]);
  expect((await world.admin('activity.list', {})).held).toEqual([]);
});

test('what Jira refuses is shown with its cause, stops no other comment, and a retry writes it', async () => {
  await send(one);
  const allow = world.host.faults.add(
    fail(
      403,
      { ...toComments, body: /Please/, times: Infinity },
      { errorMessages: ['You may not comment.'] },
    ),
  );
  const sent = await post(
    comment(),
    comment({ id: 'C-2', body: 'Second', createdAt: '2026-01-15T08:01:00Z' }),
  );
  await pass(20);
  expect(said('WEB-1')).toEqual(['Ada (Portal) wrote:Second']);
  expect(await receipt(sent)).toMatchObject([
    { comment: 'C-1', state: 'held', reason: expect.stringContaining('You may not comment.') as string },
    { comment: 'C-2', state: 'synced' },
  ]);
  const { held } = await world.admin('activity.list', {});
  expect(held).toMatchObject([{ findings: 1, reason: { code: 'refused', doing: 'commenting' } }]);
  allow();
  await world.admin('activity.retry', { cause: held[0]?.cause });
  await settle();
  expect(said('WEB-1')).toHaveLength(2);
  expect((await receipt(sent))[0]?.state).toBe('synced');
});

test('comments that come with their finding, one request after the other, stand in their order', async () => {
  await portal.post('/v1/findings', { findings: [one] });
  const at = (minute: number) => ({ createdAt: `2026-01-15T08:0${String(minute)}:00Z` });
  for (const minute of [1, 2, 3, 4]) {
    await post(comment({ id: `C-${String(minute)}`, body: String(minute), ...at(minute) }));
    world.clock.advance(1_000);
  }
  await pass(5);
  const inOrder = [1, 2, 3, 4].map((minute) => `Ada (Portal) wrote:${String(minute)}`);
  expect([said('WEB-1'), said('APP-1')]).toEqual([inOrder, inOrder]);
});

test('what a person deletes in Jira is not written again', async () => {
  await send(one);
  await post(comment());
  await settle();
  remove('WEB-1', idOf(list('WEB-1')[0] ?? {}));
  await post(comment({ body: 'Edited', updatedAt: '2026-01-15T08:30:00Z' }));
  await settle();
  expect([said('WEB-1'), said('APP-1')]).toEqual([[], ['Ada (Portal) wrote:Edited']]);
});

describe('in a service project', () => {
  beforeEach(async () => {
    world.site.addProject({
      key: 'HELP',
      name: 'Help',
      type: 'service_desk',
      administrators: [PEOPLE.admin],
      members: [PEOPLE.developer],
    });
    await world.useSpaces({ product: 'HELP', security: null });
    await send(one);
  });

  test('what the app writes is internal', async () => {
    await post(comment());
    await settle();
    await post(comment({ body: 'Edited', updatedAt: '2026-01-15T08:30:00Z' }));
    await settle();
    expect(list('HELP-1')).toMatchObject([{ jsdPublic: false }]);
  });

  test('where Jira shows it to customers all the same, it is taken back and parked', async () => {
    world.site.setOption('internalComments', false);
    const sent = await post(comment());
    await settle();
    await post(comment({ id: 'C-2' }));
    await settle();
    expect(list('HELP-1')).toEqual([]);
    expect((await receipt(sent))[0]).toMatchObject({
      state: 'held',
      reason: expect.stringContaining('customers') as string,
    });
    expect(
      world.jiraCalls().filter((path) => path.startsWith('POST') && path.endsWith('/comment')),
    ).toHaveLength(1);
    world.site.setOption('internalComments', true);
    world.clock.advance(61 * minuteMs);
    await world.admin('activity.retry', {});
    await settle();
    expect(list('HELP-1')).toMatchObject([{ jsdPublic: false }, { jsdPublic: false }]);
  });
});

test('whoever may not be seen any more is not written to: the issue is hidden, and the comment waits', async () => {
  await send(one);
  world.site.revoke('WEB', 'BROWSE_PROJECTS', 'atlassian-addons-project-access');
  const sent = await post(comment());
  await settle();
  expect((await receipt(sent))[0]?.state).toBe('held');
  world.site.grant('WEB', 'BROWSE_PROJECTS', 'atlassian-addons-project-access');
  await pass(130);
  expect(said('WEB-1')).toEqual([words]);
  expect(call('GET', '/rest/api/3/issue/WEB-1').key).toBe('WEB-1');
});
