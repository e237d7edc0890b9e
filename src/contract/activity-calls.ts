/** The page calls about what was done: input and output by name. */
import { z } from 'zod';
import {
  type Activity,
  type DayTotal,
  type HeldCause,
  type HourTotal,
  Outcome,
  type WaitingFindings,
} from './activity';
import { ConnectionKey } from './connection';
import type { Refused } from './inbox';
import type { Reason } from './messages/message';
import type { FindingState } from './portal-api';
import type { Story } from './story';

/** What each call takes. */
export const activityInputs = {
  'activity.list': z.object({
    product: z.string().min(1).max(255).optional(),
    outcome: Outcome.optional(),
    cursor: z.string().optional(),
  }),
  /**
   * `text`: a part of a title, a finding's id or an issue's key. `after` and `before`: moments (ms). Each call reads so
   * far back as it may; `cursor` searches further.
   */
  'activity.search': z.object({
    text: z.string().trim().max(255).optional(),
    product: z.string().min(1).max(255).optional(),
    outcome: Outcome.optional(),
    connection: ConnectionKey.optional(),
    after: z.number().int().min(0).optional(),
    before: z.number().int().min(0).max(8.64e15).optional(),
    cursor: z.string().optional(),
  }),
  'activity.stats': z.object({}),
  'activity.retry': z.object({ cause: z.string().optional() }),
  /** Where several issues claim one finding: the right one, by its key. */
  'activity.choose': z.object({ cause: z.string(), issue: z.string().max(255) }),
  /** `product`: where ids are unique only within it. */
  'findings.story': z.object({
    connection: ConnectionKey,
    finding: z.string().min(1).max(255),
    product: z.string().max(255).optional(),
  }),
  'receipts.find': z.object({
    receipt: z
      .string()
      .trim()
      .min(1, 'is required')
      .max(64)
      .regex(/^[a-z0-9]*$/i),
  }),
} as const;

/** What became of one request of a portal. */
export interface ReceiptView {
  readonly connection: string;
  readonly acceptedAt: string;
  readonly done: boolean;
  /** Of `findings`, only the first 200. */
  readonly total: number;
  readonly findings: readonly {
    readonly id: string;
    /** Only where ids are unique within each product. */
    readonly product?: string;
    readonly state: FindingState;
    /** Why it is held, waits or was skipped. */
    readonly reason?: Reason;
    readonly issues: readonly string[];
  }[];
  /** What of the request was not accepted. */
  readonly refused?: Refused;
}

/** What each call answers. */
export interface ActivityOutputs {
  /** `from`: how far back (ms) was looked; what was done before that is on the next pages. */
  'activity.list': {
    activities: Activity[];
    from: number;
    held: HeldCause[];
    pendingChunks: number;
    /** The same counted in findings, by connection; comments do not count. */
    waiting: WaitingFindings[];
    /** Why these wait for Jira, where they do: no failure of anybody's. */
    waitsFor?: Reason;
    next?: string;
  };
  /** Of each batch the findings that are wanted. `from`: how far back (ms) was searched. */
  'activity.search': { activities: Activity[]; from: number; next?: string };
  /**
   * The last 30 days (UTC) and the last 24 hours, oldest first, those without activity included. `upTo`: what was done
   * after that moment (ms) is not counted yet.
   */
  'activity.stats': { days: DayTotal[]; hours: HourTotal[]; upTo?: number };
  /** How many are sent again at once; `more`: the others follow in the background. */
  'activity.retry': { retried: number; more?: true };
  'activity.choose': { chosen: string };
  'findings.story': Story;
  /** Absent: no connection has such a receipt, or it is older than seven days. */
  'receipts.find': { receipt?: ReceiptView };
}
