/** What was done, for 30 days: rows by day, and in each day by product and by outcome. */
import { kvs, WhereConditions } from '@forge/kvs';
import type { Activity } from '../../contract/activity';
import { ActivitySums } from '../../contract/activity';
import { activitiesOf, type ActivityRow, rowsOf } from '../../core/activity/rows';
import { dayMs, dayOf } from '../../core/activity/totals';
import { slices } from '../../core/data/lists';
import type { ActivityLog } from '../../flows/ports-activity';
import { daysKept, entityName, queryOf, readPage, storedRow } from './activity-page';
import { older, olderTotals } from './older-activity';
import { StorageError } from './outage';
import { readable } from './readable';
import { unitsOf } from './units';

const ttl = { unit: 'DAYS', value: daysKept + 1 } as const;
const sumsKey = 'activity-sums';
const operations = 25;
const rowsRead = 100;

/** The activity of this installation. */
export function createActivityLog(now: () => number): ActivityLog {
  return {
    add,
    page: (wanted, most, cursor) => readPage(wanted, most, cursor, now()),
    between,
    async sums() {
      const stored = await kvs.get(sumsKey);
      // What cannot be read is counted anew.
      return ActivitySums.safeParse(stored).data;
    },
    putSums: (sums) => kvs.set(sumsKey, sums),
    older,
    olderTotals,
  };
}

async function add(activity: Activity): Promise<void> {
  const rows = rowsOf(activity).map((value) => ({
    key: `${entityName}:${value.body.id}-${String(value.body.n)}`,
    value,
  }));
  const [only, ...more] = rows;
  if (only && more.length === 0)
    return kvs.entity<ActivityRow>(entityName).set(only.key, only.value, { ttl });
  for (const some of slices(rows, operations)) {
    const items = some.map((row) => ({ ...row, entityName, options: { ttl } }));
    const { failedKeys } = await kvs.batchSet(items);
    if (failedKeys[0]) throw new StorageError(`Writing activity failed: ${failedKeys[0].error.code}`);
  }
}

async function* between(
  after: number,
  upTo: number,
): AsyncGenerator<{ activities: Activity[]; units: number }> {
  for (let day = dayOf(after); day <= dayOf(upTo); day = dayOf(Date.parse(day) + dayMs)) {
    let cursor: string | undefined;
    do {
      const query = queryOf({}, day)
        .where(WhereConditions.between(after + 1, upTo))
        .limit(rowsRead);
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
      const units = unitsOf(page.results);
      yield { activities: activitiesOf(readable(storedRow, page.results)), units };
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}
