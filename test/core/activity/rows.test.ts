import fc from 'fast-check';
import { Activity, type ActivityItem, outcomes } from '../../../src/contract/activity';
import { activitiesOf, ActivityRow, rowsOf } from '../../../src/core/activity/rows';
import { canonical } from '../../../src/core/data/hash';
import { summarize } from '../../../src/core/activity/summarize';
import { now } from '../builders';

const item = fc.record({
  finding: fc.string({ minLength: 1, maxLength: 8 }),
  product: fc.constantFrom('shop', 'bank', 'constructor'),
  outcome: fc.constantFrom(...outcomes),
  issues: fc.array(fc.constant('WEB-1'), { maxLength: 2 }),
});
const head = { id: 'batch', at: now, connection: 'abcdefgh', jiraCalls: 3, jiraPoints: 5 };
const byText = (items: readonly ActivityItem[]) => items.map((one) => canonical(one)).sort();

test('a batch comes out of its rows as it went in, in whatever order they are read', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 150 }), fc.boolean(), (items, reversed) => {
      const activity = Activity.parse(summarize(head, items));
      const rows = rowsOf(activity).map((row) => ActivityRow.parse(JSON.parse(JSON.stringify(row))));
      const [read, ...more] = activitiesOf(reversed ? rows.toReversed() : rows);
      expect(more).toEqual([]);
      expect({ ...read, items: [] }).toEqual({ ...activity, items: [] });
      expect(byText(read?.items ?? [])).toEqual(byText(activity.items));
    }),
  );
});

test('no row holds two products or two outcomes, and none more than 25 findings', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 100 }), (items) => {
      for (const { product, outcome, body } of rowsOf(Activity.parse(summarize(head, items)))) {
        expect(body.items.length).toBeLessThanOrEqual(25);
        expect(body.items.length === 0).toBe(product === undefined && outcome === undefined);
      }
    }),
  );
});
