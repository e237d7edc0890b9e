/** How activity lies in storage: of each batch a row for each product and outcome, so that either can be looked for. */
import { z } from 'zod';
import { Activity, ActivityItem, Outcome } from '../../contract/activity';
import { groupBy, slices } from '../data/lists';
import { dayOf } from './totals';

/** So many findings of a batch share a row: a page of rows must not cost too much. */
const itemsARow = 25;

/** What of its findings stands in columns is not said again. */
const RowItem = ActivityItem.omit({ product: true, outcome: true });

export const ActivityRow = z.object({
  day: z.iso.date(),
  at: z.number().int(),
  /** Absent in a row without findings, which only counts; a report's row has none either, but its product. */
  product: z.string().optional(),
  outcome: Outcome.optional(),
  body: Activity.pick({
    connection: true,
    counts: true,
    jiraCalls: true,
    jiraPoints: true,
    partial: true,
    masked: true,
    report: true,
  }).extend({
    id: z.string(),
    /** Its place among the rows of its batch. */
    n: z.number().int(),
    items: z.array(RowItem),
  }),
});
export type ActivityRow = z.infer<typeof ActivityRow>;

/** The rows of a batch. What is counted but not listed, and what was used of Jira, stands in the first. */
export function rowsOf(activity: Activity): ActivityRow[] {
  const { counts, jiraCalls, jiraPoints, items, masked, report } = activity;
  const groups = groupBy(items, ({ product, outcome }) => JSON.stringify([product, outcome]));
  const rows = [...groups.values()]
    .flatMap((group) => slices(group, itemsARow))
    .map((some, n) => rowOf(activity, some, n));
  const [first = rowOf(activity, [], 0), ...rest] = rows;
  const body = {
    ...first.body,
    counts: withRest(counts, rows, first),
    jiraCalls,
    jiraPoints,
    ...(masked && { masked }),
    ...(report && { report }),
  };
  // A report's row has no findings, and is looked for by its product.
  const product = first.product ?? report?.product;
  return [{ ...first, ...(product !== undefined && { product }), body }, ...rest];
}

function rowOf(
  { id, at, connection, partial }: Activity,
  some: readonly ActivityItem[],
  n: number,
): ActivityRow {
  const [first] = some;
  const items = some.map(({ product: _product, outcome: _outcome, ...item }) => item);
  const counts = first ? { [first.outcome]: some.length } : {};
  return {
    day: dayOf(at),
    at,
    ...(first && { product: first.product, outcome: first.outcome }),
    body: { id, n, connection, counts, jiraCalls: 0, jiraPoints: 0, items, ...(partial && { partial }) },
  };
}

/** The counts of a batch without those that its other rows count themselves. */
function withRest(
  counts: Activity['counts'],
  rows: readonly ActivityRow[],
  first: ActivityRow,
): Activity['counts'] {
  const others = rows.filter((row) => row !== first);
  const counted = (outcome: Outcome) =>
    others.reduce((sum, { body }) => sum + (body.counts[outcome] ?? 0), 0);
  const left = Outcome.options.flatMap((outcome) => {
    const count = (counts[outcome] ?? 0) - counted(outcome);
    return count > 0 ? [[outcome, count] as const] : [];
  });
  return Object.fromEntries(left);
}

/** The batches in the order of their rows, each put together from those of its rows that are there. */
export function activitiesOf(rows: readonly ActivityRow[]): Activity[] {
  return [...groupBy(rows, ({ body }) => body.id).values()].flatMap((some) => {
    const [first, ...rest] = some.toSorted((one, other) => one.body.n - other.body.n);
    return first ? [rest.map(ofRow).reduce(together, ofRow(first))] : [];
  });
}

function ofRow({ at, product = '', outcome, body: { n: _n, ...body } }: ActivityRow): Activity {
  const items = outcome ? body.items.map((item) => ({ ...item, product, outcome })) : [];
  return { ...body, at, items };
}

function together(one: Activity, other: Activity): Activity {
  const counts = { ...one.counts };
  for (const outcome of Outcome.options) {
    const more = other.counts[outcome];
    if (more !== undefined) counts[outcome] = (counts[outcome] ?? 0) + more;
  }
  return {
    ...one,
    counts,
    jiraCalls: one.jiraCalls + other.jiraCalls,
    jiraPoints: one.jiraPoints + other.jiraPoints,
    items: [...one.items, ...other.items],
  };
}
