import type { Activity, ActivityItem } from '../../../src/contract/activity';
import { joined, latestRows, logRows } from '../../../static/admin/src/logic/log-rows';
import { askedFor } from '../../../static/admin/src/logic/log-filter';

const items = (count: number): ActivityItem[] =>
  Array.from({ length: count }, (_, at) => ({
    finding: `F-${String(at)}`,
    product: 'shop',
    outcome: 'created',
    issues: [],
  }));
const batch = (id: string, over: Partial<Activity> = {}): Activity => ({
  id,
  at: 1,
  connection: 'abcdefgh',
  counts: {},
  jiraCalls: 0,
  jiraPoints: 0,
  items: [],
  ...over,
});

test('a few findings are a row each, many done together are one row that knows them all', () => {
  const rows = logRows([batch('a', { items: items(3) }), batch('b', { items: items(4), partial: true })]);
  expect(rows.map(({ kind }) => kind)).toEqual(['finding', 'finding', 'finding', 'batch']);
  expect(rows[3]).toMatchObject({ partial: true, items: items(4) });
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('batches in a row that changed nothing are told together, by connection', () => {
  const quiet = (id: string, connection = 'abcdefgh') => batch(id, { counts: { unchanged: 5 }, connection });
  const rows = logRows([
    quiet('a'),
    quiet('b'),
    quiet('c', 'other'),
    batch('d', { items: items(1) }),
    quiet('e'),
  ]);
  expect(rows).toMatchObject([
    { kind: 'quiet', batches: 2, findings: 10 },
    { kind: 'quiet', batches: 1, findings: 5 },
    { kind: 'finding' },
    { kind: 'quiet', batches: 1, findings: 5 },
  ]);
});

test('what was masked is told once a batch', () => {
  const masked = { 'github-token': 2 } as Activity['masked'];
  const rows = logRows([
    batch('a', { items: items(2), ...(masked && { masked }) }),
    batch('b', { ...(masked && { masked }) }),
  ]);
  expect(rows.map((row) => row.masked !== undefined)).toEqual([true, false, true]);
});

test('a complete report is a row of its own', () => {
  const report = { receipt: 'r1', product: 'shop', tool: 'Trivy', resolved: 2 };
  expect(logRows([batch('a', { report })])).toMatchObject([{ kind: 'report', report }]);
});

test('batches that moved to the next page meanwhile are shown once', () => {
  expect(joined([[batch('b'), batch('a')], [batch('a')]]).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('days are asked for from their first to their last moment, where the person is', () => {
  expect(askedFor({ text: '  ' })).toBeUndefined();
  expect(askedFor({ text: ' x ', from: '2026-01-02', to: '2026-01-02' })).toEqual({
    text: 'x',
    after: new Date(2026, 0, 2).getTime(),
    before: new Date(2026, 0, 3).getTime() - 1,
  });
});

describe('a finding that is held up try after try', () => {
  const held = (code: 'noSpaceOn' | 'another' = 'noSpaceOn'): ActivityItem => ({
    finding: 'F-0',
    product: 'shop',
    outcome: 'held',
    issues: [],
    reason: code === 'noSpaceOn' ? { code } : { code: 'anotherVersion' },
  });
  const attempt = (id: string, at: number, item = held()) =>
    batch(id, { at, counts: { [item.outcome]: 1 }, items: [item] });

  test('is a row once, with its newest try, how often it was tried, and since when', () => {
    const rows = logRows([attempt('c', 30), attempt('b', 20), attempt('a', 10)]);
    expect(rows).toMatchObject([{ at: 30, item: { outcome: 'held', tries: { count: 3, since: 10 } } }]);
  });

  test('is told again for another reason, and after something else was done', () => {
    const [created = held()] = items(1);
    const rows = logRows([
      attempt('e', 50),
      attempt('d', 40, created),
      attempt('c', 30),
      attempt('b', 20, held('another')),
      attempt('a', 10, held('another')),
    ]);
    expect(rows.map(({ at }) => at)).toEqual([50, 40, 30, 20]);
  });

  test('does not count again in a batch that did other things too', () => {
    const both = batch('a', {
      at: 10,
      counts: { held: 1, created: 4 },
      items: [held(), ...items(5).slice(1)],
    });
    expect(logRows([attempt('b', 20), both])[1]).toMatchObject({ kind: 'batch', counts: { created: 4 } });
  });

  test('stands among the latest work once, whatever was done to it', () => {
    const [created = held()] = items(1);
    const latest = latestRows(
      [attempt('b', 20), attempt('a', 10, created), batch('q', { counts: { unchanged: 3 } })],
      5,
    );
    expect(latest).toMatchObject([{ at: 20 }]);
  });
});
