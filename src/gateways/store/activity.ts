/** What was done, newest first, for 30 days. */
import { kvs, WhereConditions } from '@forge/kvs';
import { Activity } from '../../contract/activity';
import type { ActivityLog } from '../../flows/ports';

const prefix = 'activity:';
const ttl = { unit: 'DAYS', value: 30 } as const;
const pageSize = 20;

/** Keys sort ascending, so the time counts down. */
const keyOf = ({ at, id }: Activity) => `${prefix}${String(9e15 - at).padStart(16, '0')}:${id}`;

/** The activity of this installation. */
export function createActivityLog(): ActivityLog {
  return {
    add: (activity) => kvs.set(keyOf(activity), activity, { ttl }),
    async list(cursor) {
      const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(pageSize);
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
      const activities = page.results.map(({ value }) => Activity.parse(value));
      return { activities, ...(page.nextCursor === undefined ? {} : { next: page.nextCursor }) };
    },
  };
}
