/** What was done, as the flows note and read it. */
import type { Activity, ActivitySums, DayTotal } from '../contract/activity';
import type { WantedActivity } from '../core/activity/wanted';

/** What a page may come to: about so many storage units, and not many more batches. */
export interface PageSize {
  readonly units: number;
  readonly batches: number;
}

export interface ActivityPage {
  readonly activities: Activity[];
  /** Where to go on; absent: that was all. */
  readonly next?: string;
  /** How far back (ms) was looked. */
  readonly from: number;
  /** Storage units that reading cost. */
  readonly units: number;
}

export interface ActivityLog {
  add(activity: Activity): Promise<void>;
  /** What is wanted, newest first; it ends where enough was found or read. */
  page(wanted: WantedActivity, most: PageSize, cursor?: string): Promise<ActivityPage>;
  /** What was done after one moment and up to another (ms), oldest first, a page at a time; a batch may come in pieces. */
  between(after: number, upTo: number): AsyncIterable<{ activities: Activity[]; units: number }>;
  sums(): Promise<ActivitySums | undefined>;
  putSums(sums: ActivitySums): Promise<void>;
  /** What older versions stored, newest first, since then (ms), and the totals of days that they put away. */
  older(since: number): AsyncIterable<Activity[]>;
  olderTotals(days: readonly string[]): Promise<DayTotal[]>;
}
