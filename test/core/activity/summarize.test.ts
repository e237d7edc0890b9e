import { Activity, type ActivityItem, type Outcome, outcomes } from '../../../src/contract/activity';
import { summarize } from '../../../src/core/activity/summarize';
import { now } from '../builders';

const head = { id: 'a', at: now, connection: 'abcdefgh', jiraCalls: 3, jiraPoints: 5 };
const item = (outcome: Outcome, index = 0): ActivityItem => ({
  finding: `F-${String(index)}`,
  product: 'shop',
  outcome,
  issues: [],
});

test('everything is counted, what did not change is not listed', () => {
  const items = [item('created'), item('unchanged'), item('created', 1), item('stale'), item('held')];
  const activity = summarize(head, items);
  expect(activity).toEqual({
    ...head,
    counts: { created: 2, unchanged: 1, stale: 1, held: 1 },
    items: [items[0], items[2], items[4]],
  });
  expect(Activity.safeParse(activity).success).toBe(true);
});

test.each(outcomes)('%s is listed unless nothing happened', (outcome) => {
  const { items } = summarize(head, [item(outcome)]);
  expect(items).toHaveLength(outcome === 'unchanged' || outcome === 'stale' ? 0 : 1);
});

test('a hundred are listed, all are counted', () => {
  const items = Array.from({ length: 101 }, (_, index) => item('changed', index));
  const activity = summarize(head, items);
  expect(activity.counts).toEqual({ changed: 101 });
  expect(activity.items).toEqual(items.slice(0, 100));
});

test('nothing is nothing', () => {
  expect(summarize(head, [])).toEqual({ ...head, counts: {}, items: [] });
});

test('that not all is listed is said, and only then', () => {
  const of = (count: number) =>
    summarize(
      head,
      Array.from({ length: count }, (_, index) => item('changed', index)),
    );
  expect(of(100)).not.toHaveProperty('partial');
  expect(of(101).partial).toBe(true);
});
