import type { Activity, ActivityItem } from '../../../src/contract/activity';
import { about } from '../../../src/core/activity/about';
import { wantedOf } from '../../../src/core/activity/wanted';
import { now } from '../builders';

const item = (over: Partial<ActivityItem> = {}): ActivityItem => ({
  finding: 'F-1',
  product: 'shop',
  title: 'SQL injection',
  outcome: 'created',
  issues: ['WEB-7'],
  ...over,
});
const batch = (items: ActivityItem[], over: Partial<Activity> = {}): Activity => ({
  id: 'batch',
  at: now,
  connection: 'abcdefgh',
  counts: { created: 300 },
  jiraCalls: 1,
  jiraPoints: 1,
  items,
  ...over,
});
const found = (items: ActivityItem[], wanted: Parameters<typeof wantedOf>[1]) =>
  wantedOf([batch(items)], wanted).flatMap((one) => one.items);

test.each([['sql INJ'], ['f-1'], ['web-7'], [' injection ']])(
  'finds a finding by a part of its title, its id or the key of an issue, however it is written: %s',
  (text) => {
    const other = item({ finding: 'G-2', title: 'XSS', issues: ['WEB-9'] });
    expect(found([item(), other], { text })).toEqual([item()]);
  },
);

test('what was noted before titles were kept is found by its id', () => {
  const { title: _none, ...old } = item();
  expect(found([old], { text: 'F-1' })).toEqual([old]);
  expect(found([old], { text: 'sql' })).toEqual([]);
});

test('only batches of the connection and of the time that is wanted are told', () => {
  const all = [batch([item()]), batch([], { id: 'quiet', connection: 'other', at: now - 1_000 })];
  expect(wantedOf(all, { connection: 'other' }).map(({ id }) => id)).toEqual(['quiet']);
  expect(wantedOf(all, { after: now - 500 }).map(({ id }) => id)).toEqual(['batch']);
  expect(wantedOf(all, { before: now - 1 }).map(({ id }) => id)).toEqual(['quiet']);
});

test('a search by words counts what it found, any other what the batch did, listed or not', () => {
  const [byWords] = wantedOf([batch([item(), item({ finding: 'G-2', title: 'XSS' })])], { text: 'xss' });
  expect(byWords?.counts).toEqual({ created: 1 });
  const [byOutcome] = wantedOf([batch([item()])], { outcome: 'created' });
  expect(byOutcome?.counts).toEqual({ created: 300 });
});

test('a report is found by its tool, its scope and its receipt, but by no outcome', () => {
  const report = { receipt: 'r1', product: 'shop', tool: 'Trivy', scope: 'main', resolved: 2 };
  const all = [batch([], { report })];
  for (const text of ['trivy', 'MAIN', 'r1']) expect(wantedOf(all, { text })).toHaveLength(1);
  expect(wantedOf(all, { text: 'sarif' })).toEqual([]);
  expect(wantedOf(all, { product: 'bank' })).toEqual([]);
  expect(wantedOf(all, { outcome: 'created' })).toEqual([]);
});

test('a long title is shortened, and one that only repeats the id is left out', () => {
  expect(about('F-1', 'shop', 'x'.repeat(300)).title).toHaveLength(120);
  expect(about('F-1', 'shop', 'F-1')).toEqual({ finding: 'F-1', product: 'shop' });
});

test('a moment that is asked for is part of the time, at its beginning and at its end', () => {
  const all = [batch([item()])];
  expect([wantedOf(all, { after: now }), wantedOf(all, { before: now })]).toEqual([all, all]);
});

test('findings are found by their product and by what became of them, and by both', () => {
  const [shop, bank] = [item(), item({ finding: 'G-2', product: 'bank', outcome: 'moved' })];
  expect(found([shop, bank], { product: 'bank' })).toEqual([bank]);
  expect(found([shop, bank], { outcome: 'created' })).toEqual([shop]);
  expect(found([shop, bank], { product: 'bank', outcome: 'created' })).toEqual([]);
});

test('a report is found by its product, and what it does not say is not found', () => {
  const all = [batch([], { report: { receipt: 'r1', product: 'shop', tool: 'Trivy', resolved: 2 } })];
  expect([wantedOf(all, { product: 'shop' }).length, wantedOf(all, { text: 'stryker' }).length]).toEqual([
    1, 0,
  ]);
  const { title: _none, ...old } = item();
  expect(found([old], { text: 'stryker' })).toEqual([]);
});
