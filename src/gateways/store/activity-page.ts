/** A page of activity: day after day, back to the oldest; behind it lies what older versions stored. */
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { Activity } from '../../contract/activity';
import { activitiesOf, ActivityRow } from '../../core/activity/rows';
import { dayMs, dayOf } from '../../core/activity/totals';
import { wantedOf, type WantedActivity } from '../../core/activity/wanted';
import { BadCursor } from '../../core/data/bad-cursor';
import type { ActivityPage, PageSize } from '../../flows/ports-activity';
import { olderPage } from './older-activity';
import { readable } from './readable';
import { unitsOf } from './units';

export const entityName = 'activity';
/** A row says no version yet: it is of the first. */
export const storedRow = { shape: ActivityRow, version: 1 } as const;
export const daysKept = 30;

/** A batch has no more rows: so many of one moment are all of it. */
const rowsOfABatch = 100;
const fewestRows = 20;
/** Before any is read: what a row costs at most, in units. */
const usualUnits = 0.5;

/** Where a page begins: a day, and in it the rows up to a moment. */
interface Place {
  readonly day: string;
  readonly upTo?: number;
}

/** What was read so far, and what that cost. */
interface Reading {
  readonly activities: Activity[];
  units: number;
  rows: number;
}

/** @throws BadCursor when the cursor is none of ours */
export async function readPage(
  wanted: WantedActivity,
  most: PageSize,
  cursor: string | undefined,
  now: number,
): Promise<ActivityPage> {
  const kept = now - daysKept * dayMs;
  const first = Math.max(wanted.after ?? kept, kept);
  const reading: Reading = { activities: [], units: 0, rows: 0 };
  let place = cursor === undefined ? newest(wanted, now) : placeOf(cursor);
  while (place && place.day >= dayOf(first)) {
    if (reading.activities.length >= most.batches || reading.units >= most.units) {
      const { day, upTo } = place;
      const from = upTo ?? Date.parse(day) + dayMs;
      const next = upTo === undefined ? day : `${day}/${String(upTo)}`;
      return { activities: reading.activities, units: reading.units, from, next };
    }
    const upTo = await readDay(wanted, place, reading, most.units);
    place = upTo === undefined ? dayBefore(place) : { day: place.day, upTo };
  }
  const behind = await olderPage(wanted, place ? undefined : cursor);
  const from = behind.next === undefined ? first : (behind.activities.at(-1)?.at ?? now);
  const activities = [...reading.activities, ...behind.activities];
  return { ...behind, activities, units: reading.units + behind.units, from };
}

function newest({ before }: WantedActivity, now: number): Place {
  return before === undefined || before >= now ? { day: dayOf(now) } : { day: dayOf(before), upTo: before };
}

/** Undefined: it leads to what older versions stored. */
function placeOf(cursor: string): Place | undefined {
  if (cursor.startsWith('older:')) return undefined;
  const [, day, upTo] = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{1,15}))?$/.exec(cursor) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(day))) throw new BadCursor();
  return { day, ...(upTo !== undefined && { upTo: Number(upTo) }) };
}

function dayBefore({ day }: Place): Place {
  return { day: dayOf(Date.parse(day) - dayMs) };
}

/**
 * Reads the newest rows of a day from a place on, as many as fit. A batch that may not be whole is left to the next
 * look: from the moment that is handed back; undefined: that was all of the day.
 */
async function readDay(
  wanted: WantedActivity,
  place: Place,
  reading: Reading,
  mostUnits: number,
): Promise<number | undefined> {
  const some = await readRows(wanted, place, rowsThatFit(reading, mostUnits), reading);
  const isPart = !some.isAll && some.isOneMoment && some.rows.length < rowsOfABatch;
  const { rows, last, isAll, isOneMoment } = isPart
    ? await readRows(wanted, place, rowsOfABatch, reading)
    : some;
  const activities = activitiesOf(readable(storedRow, rows));
  if (isAll || last === undefined) {
    reading.activities.push(...wantedOf(activities, wanted));
    return undefined;
  }
  const whole = isOneMoment ? activities : activities.filter(({ at }) => at > last);
  reading.activities.push(...wantedOf(whole, wanted));
  return isOneMoment ? last - 1 : last;
}

function rowsThatFit({ rows, units }: Reading, mostUnits: number): number {
  const each = rows === 0 ? usualUnits : units / rows;
  return Math.min(rowsOfABatch, Math.max(fewestRows, Math.floor((mostUnits - units) / each)));
}

async function readRows(wanted: WantedActivity, { day, upTo }: Place, limit: number, reading: Reading) {
  const query = queryOf(wanted, day).sort(Sort.DESC).limit(limit);
  const { results: rows, nextCursor } = await (
    upTo === undefined ? query : query.where(WhereConditions.lessThanEqualTo(upTo))
  ).getMany();
  reading.units += unitsOf(rows);
  reading.rows += rows.length;
  const last = rows.at(-1)?.value.at;
  return {
    rows,
    last,
    isAll: nextCursor === undefined,
    isOneMoment: rows.every(({ value }) => value.at === last),
  };
}

/** The rows of a day, and of it those of a product or, else, of an outcome. */
export function queryOf({ product, outcome }: Pick<WantedActivity, 'product' | 'outcome'>, day: string) {
  const rows = kvs.entity<ActivityRow>(entityName).query();
  if (product !== undefined) return rows.index('by-product', { partition: [day, product] });
  return outcome === undefined
    ? rows.index('by-day', { partition: [day] })
    : rows.index('by-outcome', { partition: [day, outcome] });
}
