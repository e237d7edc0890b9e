/** What the app did, for admins: one record per worked-off batch, kept 30 days; of the texts of findings only titles. */
import { z } from 'zod';
import type { Mend } from './mend';
import { MaskedCounts } from './masking';
import { Reason } from './messages/message';

export const outcomes = [
  'created',
  'adopted',
  'changed',
  'moved',
  'linked',
  'closed',
  'reopened',
  'deleted',
  'rejected',
  'accepted',
  'takenBack',
  'retestAsked',
  'unlinked',
  'escalated',
  'unchanged',
  'skipped',
  'stale',
  'held',
  'waiting',
] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** Who made it happen: what the portal sent, the app by its settings, or a person in Jira. */
export const actors = ['portal', 'app', 'person'] as const;
export const Actor = z.enum(actors);
export type Actor = z.infer<typeof Actor>;

export const ActivityItem = z.object({
  finding: z.string(),
  product: z.string(),
  /** As it was then, masked and shortened; absent where it is not known, and in what older versions noted. */
  title: z.string().optional(),
  outcome: Outcome,
  /** Keys of the issues that it happened to; the finding's other issue is not among them. */
  issues: z.array(z.string()).default([]),
  /** Absent in what was noted before it was told. */
  by: Actor.optional(),
  reason: Reason.optional(),
});
export type ActivityItem = z.infer<typeof ActivityItem>;

/** What a complete report resolved, or why it resolved nothing. */
export const ReportDeed = z.object({
  receipt: z.string(),
  product: z.string(),
  tool: z.string(),
  scope: z.string().optional(),
  resolved: z.number().int(),
  reason: Reason.optional(),
  /** An admin confirmed it, after it had waited for that. */
  confirmed: z.boolean().optional(),
});
export type ReportDeed = z.infer<typeof ReportDeed>;

export const Activity = z.object({
  id: z.string(),
  at: z.number().int(),
  connection: z.string(),
  counts: z.partialRecord(Outcome, z.number().int()),
  jiraCalls: z.number().int(),
  /** Points of Jira's hourly quota; records from before they were counted have none. */
  jiraPoints: z.number().int().default(0),
  /** Secrets that were masked in what came in, by kind; absent: none. */
  masked: MaskedCounts.optional(),
  /** At most 100; `counts` are complete. */
  items: z.array(ActivityItem),
  /** More findings were worked on than `items` lists. */
  partial: z.literal(true).optional(),
  /** What a complete report came to; its findings are told by records of their own. */
  report: ReportDeed.optional(),
});
export type Activity = z.infer<typeof Activity>;

/** What was done in one day (UTC). */
export const DayTotal = z.object({
  day: z.iso.date(),
  counts: z.partialRecord(Outcome, z.number().int()),
  jiraCalls: z.number().int(),
  jiraPoints: z.number().int().default(0),
});
export type DayTotal = z.infer<typeof DayTotal>;

/** What a connection sent that was accepted and is not worked off yet. */
export interface WaitingFindings {
  readonly connection: string;
  readonly findings: number;
  /** There may be more than were counted. */
  readonly more?: true;
}

/** Calls to Jira in one hour and the points that they cost; `hour` is its start (ms). */
export const HourTotal = z.object({
  hour: z.number().int(),
  jiraCalls: z.number().int(),
  jiraPoints: z.number().int(),
});
export type HourTotal = z.infer<typeof HourTotal>;

/** Running totals of the last days and hours: everything that was done up to `upTo` (ms) is in them, and nothing else. */
export const ActivitySums = z.object({
  v: z.literal(1),
  upTo: z.number().int(),
  days: z.array(DayTotal),
  hours: z.array(HourTotal),
});
export type ActivitySums = z.infer<typeof ActivitySums>;

/** One cause that holds findings up, with how many and what to do about it. */
export const HeldCause = z.object({
  cause: z.string(),
  reason: Reason,
  findings: z.number().int(),
  /** There may be more than were counted. */
  more: z.literal(true).optional(),
  /** It is about no finding: there is nothing to retry, and a retry of this entry alone takes it off the list. */
  ofNoFinding: z.literal(true).optional(),
  since: z.number().int(),
});
/** `mend`: the place that mends it. */
export type HeldCause = z.infer<typeof HeldCause> & { readonly mend?: Mend };
