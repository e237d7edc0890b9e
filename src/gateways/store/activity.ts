/** What was done, for 30 days: rows by day, and in each day by product and by outcome. */
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { Activity } from '../../contract/activity';
import { ActivitySums } from '../../contract/activity';
import { activitiesOf, ActivityRow, rowsOf } from '../../core/activity/rows';
import { dayMs, dayOf } from '../../core/activity/totals';
import { BadCursor } from '../../core/data/bad-cursor';
import { slices } from '../../core/data/lists';
import type { ActivityFilter, ActivityLog, ActivityPage } from '../../flows/ports-activity';
import { older, olderPage, olderTotals } from './older-activity';
import { StorageError } from './outage';
import { readable } from './readable';
import { unitsOf } from './units';

const entityName = 'activity';
/** A row says no version yet: it is of the first. */
const storedRow = { shape: ActivityRow, version: 1 } as const;
const daysKept = 30;
const ttl = { unit: 'DAYS', value: daysKept + 1 } as const;
const sumsKey = 'activity-sums';
const operations = 25;
/** Also the most rows of one batch, so that each is read whole. */
const rowsRead = 100;
const enough = 20;
/** No page costs more: some rows are large, and days without any cost a look each. */
const mostUnits = 60;

/** Where a page begins: a day, and in it the rows up to a moment. */
interface Place {
  readonly day: string;
  readonly upTo?: number;
}

/** The activity of this installation. */
export function createActivityLog(now: () => number): ActivityLog {
  return {
    add,
    page: (wanted, cursor) => readPage(wanted, cursor, now()),
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

/** Day after day, back to the oldest; behind it lies what older versions stored. */
async function readPage(
  wanted: ActivityFilter,
  cursor: string | undefined,
  now: number,
): Promise<ActivityPage> {
  const oldest = dayOf(now - daysKept * dayMs);
  const activities: Activity[] = [];
  let units = 0;
  let place = cursor === undefined ? { day: dayOf(now) } : placeOf(cursor);
  for (; place && place.day >= oldest; place = place.upTo === undefined ? dayBefore(place) : place) {
    if (activities.length >= enough || units >= mostUnits) {
      const { day, upTo } = place;
      const from = upTo ?? Date.parse(day) + dayMs;
      return { activities, units, from, next: upTo === undefined ? day : `${day}/${String(upTo)}` };
    }
    const read = await readDay(wanted, place);
    activities.push(...read.activities);
    units += read.units;
    place = { day: place.day, ...(read.upTo !== undefined && { upTo: read.upTo }) };
  }
  const behind = await olderPage(wanted, place ? undefined : cursor);
  const from = behind.next === undefined ? now - daysKept * dayMs : (behind.activities.at(-1)?.at ?? now);
  return { ...behind, activities: [...activities, ...behind.activities], units: units + behind.units, from };
}

/** Undefined: it leads to what older versions stored. @throws BadCursor when it is none of ours */
function placeOf(cursor: string): Place | undefined {
  if (cursor.startsWith('older:')) return undefined;
  const [, day, upTo] = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{1,15}))?$/.exec(cursor) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(day))) throw new BadCursor();
  return { day, ...(upTo !== undefined && { upTo: Number(upTo) }) };
}

function dayBefore({ day }: Place): Place {
  return { day: dayOf(Date.parse(day) - dayMs) };
}

/** The newest rows of a day from a place on. A batch that may not be whole is left to the next page: `upTo` is its moment. */
async function readDay(
  wanted: ActivityFilter,
  place: Place,
): Promise<{ activities: Activity[]; units: number; upTo?: number }> {
  const query = queryOf(wanted, place.day).sort(Sort.DESC).limit(rowsRead);
  const { results, nextCursor } = await (
    place.upTo === undefined ? query : query.where(WhereConditions.lessThanEqualTo(place.upTo))
  ).getMany();
  const units = unitsOf(results);
  const rows = readable(storedRow, results).filter(({ outcome }) => fits(wanted, outcome));
  const last = results.at(-1)?.value.at;
  if (nextCursor === undefined || last === undefined) return { activities: activitiesOf(rows), units };
  const whole = rows.filter(({ at }) => at > last);
  // All of one moment: there is no more of its batch.
  const isOne = results.every(({ value }) => value.at === last);
  return { activities: activitiesOf(isOne ? rows : whole), units, upTo: isOne ? last - 1 : last };
}

function queryOf({ product, outcome }: ActivityFilter, day: string) {
  const rows = kvs.entity<ActivityRow>(entityName).query();
  if (product !== undefined) return rows.index('by-product', { partition: [day, product] });
  return outcome === undefined
    ? rows.index('by-day', { partition: [day] })
    : rows.index('by-outcome', { partition: [day, outcome] });
}

function fits({ outcome }: ActivityFilter, one: ActivityRow['outcome']): boolean {
  return outcome === undefined || outcome === one;
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
