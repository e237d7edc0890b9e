/** Activity as versions before the rows stored it: a value for each batch, newest first, and totals of whole days. */
import { kvs, WhereConditions } from '@forge/kvs';
import type { Activity, DayTotal } from '../../contract/activity';
import { storedShapes } from '../../contract/stored/shapes';
import { wantedOf, type WantedActivity } from '../../core/activity/wanted';
import { slices } from '../../core/data/lists';
import { goingOn } from './going-on';
import { readable } from './readable';
import { unitsOf } from './units';

const prefix = 'activity:';
const pageSize = 20;
const mark = 'older:';

interface OlderPage {
  readonly activities: Activity[];
  readonly units: number;
  readonly next?: string;
}

/** A page of what is wanted. */
export async function olderPage(wanted: WantedActivity, cursor: string | undefined): Promise<OlderPage> {
  const { activities, ...page } = await readPage(cursor?.slice(mark.length));
  return { activities: wantedOf(activities, wanted), ...page };
}

/** Everything since then (ms), newest first. */
export async function* older(since: number): AsyncGenerator<Activity[]> {
  let next: string | undefined;
  do {
    const page = await readPage(next?.slice(mark.length));
    yield page.activities.filter(({ at }) => at >= since);
    next = page.activities.every(({ at }) => at >= since) ? page.next : undefined;
  } while (next !== undefined);
}

/** The totals of those days that have one. */
export async function olderTotals(days: readonly string[]): Promise<DayTotal[]> {
  const totals: DayTotal[] = [];
  for (const some of slices(days, 25)) {
    const found = await kvs.batchGet<unknown>(some.map((day) => ({ key: `activity-day:${day}` })));
    totals.push(...readable(storedShapes.dayTotal, found.successfulKeys));
  }
  return totals;
}

async function readPage(cursor: string | undefined): Promise<OlderPage> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(pageSize);
  const page = await goingOn(cursor, () =>
    (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>(),
  );
  return {
    activities: readable(storedShapes.activity, page.results),
    units: unitsOf(page.results),
    ...(page.nextCursor === undefined ? {} : { next: `${mark}${page.nextCursor}` }),
  };
}
