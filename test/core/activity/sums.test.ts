import type { Activity, ActivityItem } from '../../../src/contract/activity';
import { aboutRecord, about } from '../../../src/core/activity/about';
import { changesOf, type Audited } from '../../../src/core/activity/audited';
import { activitiesOf, rowsOf, type ActivityRow } from '../../../src/core/activity/rows';
import { recent, upToLastMoment, withActivities } from '../../../src/core/activity/sums';
import { dayMs, now, recordOf } from '../builders';

const hourMs = 3_600_000;
const activity = (at: number, more: Partial<Activity> = {}): Activity => ({
  id: 'a',
  at,
  connection: 'abcdefgh',
  counts: { created: 1 },
  jiraCalls: 2,
  jiraPoints: 3,
  items: [],
  ...more,
});

test('sums are brought up to date by day and hour, and what they know stays', () => {
  const known = {
    v: 1,
    upTo: 1,
    days: [{ day: '2026-01-14', counts: {}, jiraCalls: 1, jiraPoints: 1 }],
    hours: [{ hour: now, jiraCalls: 5, jiraPoints: 5 }],
  } as const;
  const sums = withActivities(
    structuredClone(known) as never,
    [activity(now), activity(now + 1), activity(now - dayMs)],
    now + 9,
  );
  expect(sums).toEqual({
    v: 1,
    upTo: now + 9,
    days: [
      { day: '2026-01-14', counts: { created: 1 }, jiraCalls: 3, jiraPoints: 4 },
      { day: '2026-01-15', counts: { created: 2 }, jiraCalls: 4, jiraPoints: 6 },
    ],
    hours: [
      { hour: now, jiraCalls: 9, jiraPoints: 11 },
      { hour: now - dayMs, jiraCalls: 2, jiraPoints: 3 },
    ],
  });
});

test('thirty days and twenty-four hours are kept', () => {
  const day = (ago: number) => new Date(now - ago * dayMs).toISOString().slice(0, 10);
  const total = { counts: {}, jiraCalls: 0, jiraPoints: 0 };
  const hour = (ago: number) => ({ hour: now - ago * hourMs, jiraCalls: 0, jiraPoints: 0 });
  const sums = {
    v: 1,
    upTo: now,
    days: [0, 29, 30].map((ago) => ({ day: day(ago), ...total })),
    hours: [0, 24, 25].map(hour),
  } as const;
  const left = recent(sums, now + 5);
  expect([left.upTo, left.days.map((one) => one.day), left.hours]).toEqual([
    now,
    [day(0), day(29)],
    [hour(0), hour(24)],
  ]);
});

test('what may have more of its moment is held back', () => {
  const [first, second, third] = [activity(1), activity(2), activity(2, { id: 'b' })];
  expect(upToLastMoment([first, second, third])).toEqual({ done: [first], rest: [second, third] });
  expect(upToLastMoment([])).toEqual({ done: [], rest: [] });
});

test('a finding is told by id, product and title; without a title it has none', () => {
  expect(aboutRecord(recordOf())).toEqual({ finding: 'F-1', product: 'shop', title: 'SQL injection' });
  expect(about('F-1', 'shop')).toStrictEqual({ finding: 'F-1', product: 'shop' });
  expect(about('F-1', 'shop', 'F-1')).not.toHaveProperty('title');
});

describe('a batch in rows', () => {
  const item = (finding: string, product: string): ActivityItem => ({
    finding,
    product,
    outcome: 'created',
    issues: [],
  });
  const report = { receipt: 'r1', product: 'shop', tool: 'Trivy', resolved: 2 };
  const roundTrip = (one: Activity) => activitiesOf(rowsOf(one));

  test.each<[string, Partial<Activity>]>([
    ['that is partial', { partial: true }],
    ['in which something was masked', { masked: { token: 1 } }],
    ['of a report', { report, counts: {} }],
    ['that only counts', { counts: { unchanged: 7 } }],
  ])('comes out as it went in: one %s', (_name, more) => {
    const one = activity(now, more);
    expect(roundTrip(one)).toStrictEqual([one]);
  });

  test('is found by its product, a report by that of the report', () => {
    const rows = rowsOf(
      activity(now, { items: [item('1', 'a'), item('2', 'b')], counts: { created: 2 }, report }),
    );
    expect(rows.map(({ product }) => product)).toEqual(['a', 'b']);
    expect(rowsOf(activity(now, { report })).map(({ product }) => product)).toEqual(['shop']);
    expect(rowsOf(activity(now))[0]).not.toHaveProperty('product');
    expect(rows.map(({ body }) => body.counts)).toEqual([{ created: 1 }, { created: 1 }]);
  });

  test('adds up what its rows used of Jira, and leaves the other batches apart', () => {
    const [first, second] = rowsOf(
      activity(now, { items: [item('1', 'a'), item('2', 'b')], counts: { created: 2 } }),
    );
    if (!first || !second) throw new Error('two rows');
    const used = (row: ActivityRow) => ({ ...row, body: { ...row.body, jiraCalls: 2, jiraPoints: 3 } });
    const other = rowsOf(activity(1, { id: 'b' }));
    const [one, ...more] = activitiesOf([used(second), ...other, used(first)]);
    expect([one?.jiraCalls, one?.jiraPoints, one?.items.map(({ finding }) => finding)]).toEqual([
      4,
      6,
      ['1', '2'],
    ]);
    expect(more).toEqual([activity(1, { id: 'b' })]);
    expect(activitiesOf([])).toEqual([]);
  });

  test('of an older version may lack the product of what it lists', () => {
    const [row] = rowsOf(activity(now, { items: [item('1', 'a')] }));
    if (!row) throw new Error('a row');
    const { product: _none, ...old } = row;
    expect(activitiesOf([old])[0]?.items).toEqual([item('1', '')]);
  });
});

describe('what the audit tells of a connection', () => {
  const connection = {
    key: 'abcdefgh',
    name: 'CI',
    method: 'basic',
    enabled: true,
    paused: false,
    createdAt: 1,
    createdBy: 'a',
  } as const;
  const of = (more: object = {}, outbound: object = {}): Audited =>
    ({
      connection: { ...connection, ...more },
      outbound: { v: 1, auth: { kind: 'none' }, ...outbound },
    }) as unknown as Audited;
  const changed = (before: Audited, after: Audited) =>
    Object.fromEntries(
      changesOf(before, after).map(({ path, before: had, after: has }) => [path, [had, has]]),
    );

  test('is what differs', () => {
    expect(changed(of(), of({ name: 'CD', enabled: false, paused: true }))).toEqual({
      name: ['CI', 'CD'],
      enabled: [true, false],
      paused: [false, true],
    });
    expect(changed(of(), of({ hears: 'push', events: ['issue.linked'] }))).toEqual({
      'outbound.mode': ['off', 'push'],
      'outbound.events': ['all', ['issue.linked']],
    });
    const comments = { toJira: 'product', fromJira: 'product', between: true, tag: '#x', since: 1 };
    expect(
      Object.keys(
        changed(
          of({ comments: { ...comments, toJira: 'off', fromJira: 'off', between: false, tag: '' } }),
          of({ comments }),
        ),
      ),
    ).toEqual([
      'outbound.comments.toJira',
      'outbound.comments.fromJira',
      'outbound.comments.between',
      'outbound.comments.tag',
    ]);
  });

  test('of its credentials are the names alone', () => {
    const basic = of({}, { auth: { kind: 'basic', username: 'u', password: 'secret' } });
    const oauth = of({}, { auth: { kind: 'oauth', clientId: 'c', clientSecret: 'secret' } });
    expect(changed(of(), basic)).toEqual({
      'outbound.auth': ['none', 'basic'],
      'outbound.username': [undefined, 'u'],
    });
    expect(changed(of(), oauth)).toEqual({
      'outbound.auth': ['none', 'oauth'],
      'outbound.clientId': [undefined, 'c'],
    });
  });

  test('of its address is the host alone, and that it is another', () => {
    const at = (url?: string) => of({}, url === undefined ? {} : { url });
    expect(changesOf(at('https://a.example/key1?x'), at('https://a.example/key2'))).toEqual([
      { path: 'outbound.url', before: 'https://a.example/…', after: 'https://a.example/…' },
    ]);
    expect(changesOf(at(), at('https://a.example/k'))).toStrictEqual([
      { path: 'outbound.url', after: 'https://a.example/…' },
    ]);
    expect(changesOf(at('https://a.example/k'), at())).toStrictEqual([
      { path: 'outbound.url', before: 'https://a.example/…' },
    ]);
  });

  test('is nothing where nothing differs, or there is nothing to compare with', () => {
    expect([changesOf(of(), of()), changesOf(undefined, of()), changesOf(of(), undefined)]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
