/** What was done, as the flows note and read it. */
import type { Activity, ActivitySums, DayTotal, Outcome } from '../contract/activity';

/** Which activity is wanted; left out: all of it. A product goes before an outcome: of both, some that do not fit come too. */
export interface ActivityFilter {
  readonly product?: string | undefined;
  readonly outcome?: Outcome | undefined;
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
  /** Newest first, some twenty of those that are wanted; a page that would cost too much ends before. */
  page(wanted: ActivityFilter, cursor?: string): Promise<ActivityPage>;
  /** What was done after one moment and up to another (ms), oldest first, a page at a time; a batch may come in pieces. */
  between(after: number, upTo: number): AsyncIterable<{ activities: Activity[]; units: number }>;
  sums(): Promise<ActivitySums | undefined>;
  putSums(sums: ActivitySums): Promise<void>;
  /** What older versions stored, newest first, since then (ms), and the totals of days that they put away. */
  older(since: number): AsyncIterable<Activity[]>;
  olderTotals(days: readonly string[]): Promise<DayTotal[]>;
}
