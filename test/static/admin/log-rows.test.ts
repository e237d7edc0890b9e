import type { Activity, ActivityItem } from '../../../src/contract/activity';
import { joined, logRows } from '../../../static/admin/src/logic/log-rows';
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
