import type { StoredEvent } from '../../../src/contract/stored/outbox';
import { signOf } from '../../../src/core/comments/mention-signs';
import { heldReportCause, readHeldReport } from '../../../src/core/portal/held-report';
import { isHolding } from '../../../src/core/portal/is-holding';
import { accountsOf, type ShownPerson, toldEvent } from '../../../src/core/portal/told-event';
import { tokenOf } from '../../../src/core/portal/given-token';
import { withoutSecrets } from '../../../src/core/portal/without-secrets';
import { now } from '../builders';

const site = 'https://example.atlassian.net';
const ada = { name: 'Ada', email: 'ada@example.com' };
const people = new Map<string, ShownPerson>([
  ['a', ada],
  ['b', { name: 'Bo' }],
]);
const finding = { id: 'F-1', product: 'shop' };
const issue = { role: 'product', id: '1', key: 'WEB-1' } as const;
const base = { id: 'e1', at: now, finding, issue, by: { accountId: 'a' } };

test('an event is told with its number, the address of its issue, and the people of today', () => {
  const event = {
    ...base,
    type: 'finding.assigned',
    data: { role: 'product', assignee: { accountId: 'a' } },
  } as StoredEvent;
  expect(toldEvent(7, event, site, people)).toStrictEqual({
    id: 'e1',
    n: 7,
    type: 'finding.assigned',
    at: '2026-01-15T09:00:00.000Z',
    finding,
    issue: { ...issue, url: `${site}/browse/WEB-1` },
    by: { accountId: 'a', name: 'Ada' },
    data: { role: 'product', assignee: { accountId: 'a', ...ada } },
  });
});

test('whom Jira does not show keeps the account only, and what an event does not say is absent', () => {
  const type = 'finding.assigned';
  const unknown = {
    ...base,
    type,
    by: { accountId: 'x' },
    data: { role: 'product', assignee: { accountId: 'x' } },
  } as StoredEvent;
  expect(toldEvent(7, unknown, site, people)).toMatchObject({ by: unknown.by, data: unknown.data });
  const bare = { id: 'e1', at: now, type: 'test', data: {} } as StoredEvent;
  expect(toldEvent(1, bare, site, people)).toStrictEqual({
    id: 'e1',
    n: 1,
    type: 'test',
    at: '2026-01-15T09:00:00.000Z',
    data: {},
  });
  const nobody = { ...base, type, data: { role: 'product', assignee: null } } as StoredEvent;
  expect(toldEvent(1, nobody, site, people).data).toEqual({ role: 'product', assignee: null });
});

test('the text of a comment names its people as they are called today', () => {
  const mentions = [{ accountId: 'b' }, { accountId: 'x' }, { accountId: 'a' }];
  const comment = { id: '5', body: `${signOf(0)}, ${signOf(1)}, ${signOf(2)}`, mentions };
  const event = { ...base, type: 'finding.commented', data: { comment } } as StoredEvent;
  expect(toldEvent(1, event, site, people).data).toEqual({
    comment: {
      id: '5',
      body: '@[Bo](accountid:b), @…, @[Ada](mailto:ada@example.com)',
      mentions: [{ accountId: 'b', name: 'Bo' }, { accountId: 'x' }, { accountId: 'a', ...ada }],
    },
  });
  const without = (told: object) =>
    toldEvent(1, { ...event, data: { comment: told } } as StoredEvent, site, people).data;
  expect(without({ id: '5' })).toEqual({ comment: { id: '5' } });
  expect(without({ id: '5', body: `Hi ${signOf(0)}` })).toEqual({ comment: { id: '5', body: 'Hi @…' } });
});

test('people are looked up once, however often events name them', () => {
  const of = (by: string, assignee: string) =>
    ({
      ...base,
      type: 'finding.assigned',
      by: { accountId: by },
      data: { role: 'product', assignee: { accountId: assignee } },
    }) as StoredEvent;
  expect(accountsOf([of('a', 'b'), of('b', 'c')])).toEqual(['a', 'b', 'c']);
});

describe('the token that a portal’s address gave', () => {
  const give = (more: object, status = 200) =>
    tokenOf(status, JSON.stringify({ access_token: 'abc', ...more }), now);

  test.each([
    ['as long as it says, but half a minute', { expires_in: 60 }, 30],
    ['however it says that', { expires_in: '60' }, 30],
    ['for some minutes where it does not say', {}, 270],
    ['at once only, where it ends at once', { expires_in: 10 }, 0],
  ])('is used %s', (_name, more, seconds) => {
    expect(give(more)).toEqual({ token: 'abc', until: now + seconds * 1000 });
  });

  test('may hold whatever fits into a header', () => {
    const given = ['!~', 'x'.repeat(8_000), '', 'x'.repeat(8_001), 'a b', 'a\n', 'ä', 7].map((token) =>
      give({ access_token: token }),
    );
    expect(given.map((one) => one !== undefined)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('comes with success only, and in JSON only', () => {
    expect([199, 200, 299, 300, 400].map((status) => give({}, status) !== undefined)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect([undefined, '', 'access_token=abc', 'null'].map((body) => tokenOf(200, body, now))).toEqual(
      Array(4).fill(undefined),
    );
  });
});

test('a report that waits is known by its connection, family and scope', () => {
  const report = { connection: 'abcdefgh', family: 'abcdefgh:f1', scope: 's1' };
  const cause = heldReportCause(report);
  expect(cause).toBe('no-finding|report|abcdefgh:f1|s1');
  expect(readHeldReport(cause)).toEqual(report);
  expect(['no-finding|chunk|a:f|s', 'no-finding|report|a:f', `x${cause}`].map(readHeldReport)).toEqual(
    Array(3).fill(undefined),
  );
});

test('what a connection sends waits while it is paused or archived', () => {
  const of = (paused: boolean, archived?: object) =>
    isHolding({ paused, archived } as Parameters<typeof isHolding>[0]);
  expect([of(false), of(true), of(false, {}), of(true, {})]).toEqual([false, true, true, true]);
});

describe('secrets', () => {
  test('are shown in no text, however they are written in it', () => {
    const secret = 'p"ss wörd/+';
    const text = `${secret} ${encodeURIComponent(secret)} ${JSON.stringify(secret)} ${secret}`;
    expect(withoutSecrets(text, [secret])).toBe('… … "…" …');
  });

  test('that are part of others leave nothing of them, and short ones stay', () => {
    expect(withoutSecrets('abcdefgh abcd', ['abcd', 'abcdefgh'])).toBe('… …');
    expect(withoutSecrets('abc abcd', ['abc', 'abcd'])).toBe('abc …');
    expect(withoutSecrets('nothing', [])).toBe('nothing');
  });
});
