/** What was done, newest first, for 30 days. */
import { readable } from './readable';
import { kvs, WhereConditions } from '@forge/kvs';
import { Activity, DayTotal } from '../../contract/activity';
import { slices } from '../../core/data/lists';
import { goingOn } from './going-on';
import type { ActivityLog } from '../../flows/ports';

const prefix = 'activity:';
const ttl = { unit: 'DAYS', value: 30 } as const;
const totalTtl = { unit: 'DAYS', value: 32 } as const;
const pageSize = 20;
const totalKey = (day: string) => `activity-day:${day}`;

/** Keys sort ascending, so the time counts down. */
const keyOf = ({ at, id }: Activity) => `${prefix}${String(9e15 - at).padStart(16, '0')}:${id}`;

/** The activity of this installation. */
export function createActivityLog(): ActivityLog {
  return {
    add: (activity) => kvs.set(keyOf(activity), activity, { ttl }),
    list: (cursor) => readPage(cursor),
    async *since(at) {
      let cursor: string | undefined;
      do {
        const { activities, next } = await readPage(cursor);
        yield activities.filter((activity) => activity.at >= at);
        cursor = activities.every((activity) => activity.at >= at) ? next : undefined;
      } while (cursor !== undefined);
    },
    async totals(days) {
      const totals: DayTotal[] = [];
      for (const some of slices(days, 25)) {
        const found = await kvs.batchGet<unknown>(some.map((day) => ({ key: totalKey(day) })));
        totals.push(...readable(DayTotal, found.successfulKeys));
      }
      return totals;
    },
    putTotal: (total) => kvs.set(totalKey(total.day), total, { ttl: totalTtl }),
  };
}

async function readPage(cursor: string | undefined): Promise<{ activities: Activity[]; next?: string }> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(pageSize);
  const page = await goingOn(cursor, () =>
    (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>(),
  );
  const activities = readable(Activity, page.results);
  return { activities, ...(page.nextCursor === undefined ? {} : { next: page.nextCursor }) };
}
