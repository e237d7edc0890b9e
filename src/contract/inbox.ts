/** Accepted findings on their way into Jira: what lies in storage, and the bell that the queue carries. */
import { z } from 'zod';
import { CommentMention } from './comment';
import { ConnectionKey } from './connection';
import { Finding, Severity } from './finding';
import { JobId } from './job';
import { MaskedCounts } from './masking';
import { Reason } from './messages/message';
import { FieldError } from './problem';
import { StoredReport } from './stored/reports';

/** Raised whenever the shape of a stored chunk changes; older chunks are upgraded when read. */
export const inboxVersion = 1 as const;

/** At most 200 KB and 100 findings, so that a chunk fits a stored value and a bulk fetch. */
export const chunkLimits = { bytes: 200_000, findings: 100 } as const;

/**
 * A finding with the moment that orders its snapshots (ms): `updatedAt`, or its arrival. `anew`: settings are applied to
 * what was kept of it; the portal did not say it again.
 */
export const SnapshotItem = z.object({
  finding: Finding,
  seenAt: z.number().int(),
  anew: z.literal(true).optional(),
});
export type SnapshotItem = z.infer<typeof SnapshotItem>;

/** A finding that is no longer there: `deleted` in the portal, or `absent` from a complete report. */
export const GoneItem = z.object({
  gone: z.string(),
  product: z.string().optional(),
  why: z.enum(['deleted', 'absent']),
  seenAt: z.number().int(),
});
export type GoneItem = z.infer<typeof GoneItem>;

/** A report whose results have no identities yet; it comes alone in its chunk. */
export const ReportItem = z.object({ report: StoredReport, seenAt: z.number().int() });
export type ReportItem = z.infer<typeof ReportItem>;

/** A comment of the portal, masked. `seenAt` orders its versions (ms). */
export const CommentItem = z.object({
  comment: z.object({
    finding: z.string(),
    product: z.string().optional(),
    id: z.string(),
    author: z.string().default(''),
    body: z.string().default(''),
    mentions: z.array(CommentMention).default([]),
    /** When it was written (ms). */
    writtenAt: z.number().int(),
    deleted: z.literal(true).optional(),
  }),
  seenAt: z.number().int(),
  /** When it was accepted (ms). */
  acceptedAt: z.number().int(),
});
export type CommentItem = z.infer<typeof CommentItem>;

export const FindingItem = z.union([SnapshotItem, GoneItem]);
export type FindingItem = z.infer<typeof FindingItem>;

export const InboxItem = z.union([SnapshotItem, GoneItem, ReportItem, CommentItem]);
export type InboxItem = z.infer<typeof InboxItem>;

/** Says whether an item is a finding, or that one is gone. */
export function isFindingItem(item: InboxItem): item is FindingItem {
  return !('report' in item) && !('comment' in item);
}

/** Says whether an item is a comment of the portal. */
export function isCommentItem(item: InboxItem): item is CommentItem {
  return 'comment' in item;
}

/** Says whether an item is a report whose results have no identities yet. */
export function isReportItem(item: InboxItem): item is ReportItem {
  return 'report' in item;
}

export const InboxChunk = z.object({
  v: z.literal(inboxVersion),
  id: z.string(),
  connection: ConnectionKey,
  receipt: z.string(),
  acceptedAt: z.number().int(),
  items: z.array(InboxItem),
  /** What was masked in the request that it is the first chunk of. */
  masked: MaskedCounts.optional(),
});
export type InboxChunk = z.infer<typeof InboxChunk>;

/** Stands as long as its chunk is not worked off; the sweep rings the bell again for those past `notBefore` (ms). */
export const PendingChunk = z.object({
  id: z.string(),
  connection: ConnectionKey,
  receipt: z.string(),
  acceptedAt: z.number().int(),
  notBefore: z.number().int(),
  attempts: z.number().int(),
  reason: Reason.optional(),
  /** The only bell that this chunk may be worked off for; marks of older versions name none, and any may. */
  bell: z.string().optional(),
  /** Until then (ms) somebody may be working on it; a worker that dies leaves this behind. */
  busyUntil: z.number().int().optional(),
  /** How many workers began with it and never ended. */
  deaths: z.number().int().optional(),
  /** When and how often the sweep rang for it since anybody began with it. */
  rung: z.object({ at: z.number().int(), times: z.number().int() }).optional(),
  /** How many findings it brought; absent of a report, whose results are not told apart yet, and in older marks. */
  findings: z.number().int().optional(),
  /** The findings that still wait, where they are few; absent: all of the chunk. */
  only: z.array(z.string()).optional(),
});
export type PendingChunk = z.infer<typeof PendingChunk>;

/**
 * What the queue carries: references only, and its own id, so that one that is delivered twice is heard once. At most
 * five chunks are worked off together; `due` stands for all todos.
 */
export const Bell = z.union([
  z.object({
    v: z.literal(inboxVersion),
    id: z.string().optional(),
    connection: ConnectionKey.optional(),
    chunks: z.array(z.string()).min(1).max(5),
  }),
  z.object({ v: z.literal(inboxVersion), id: z.string().optional(), due: z.literal(true) }),
  z.object({
    v: z.literal(inboxVersion),
    id: z.string().optional(),
    rebuild: ConnectionKey,
    page: z.string().optional(),
  }),
  z.object({ v: z.literal(inboxVersion), id: z.string().optional(), tasks: z.literal(true) }),
  z.object({ v: z.literal(inboxVersion), id: z.string().optional(), sla: z.literal(true) }),
  z.object({ v: z.literal(inboxVersion), id: z.string().optional(), forget: ConnectionKey }),
  /**
   * One connection's events to its portal. It has no id: heard twice it finds nothing to do. `until`: the moment (ms)
   * for which it waits.
   */
  z.object({
    v: z.literal(inboxVersion),
    id: z.undefined().optional(),
    push: ConnectionKey,
    until: z.number().int().optional(),
  }),
  /** A step of the job that follows a product's new name; `page` and `tried` once its issues are told. */
  z.object({
    v: z.literal(inboxVersion),
    id: z.string().optional(),
    rename: ConnectionKey,
    job: z.string(),
    page: z.string().optional(),
    tried: z.number().int().optional(),
  }),
  /** A step of a job; where it stands says the job. It has no id: heard twice it goes on from there. */
  z.object({ v: z.literal(inboxVersion), id: z.undefined().optional(), work: JobId }),
  z.object({ v: z.literal(inboxVersion), id: z.string().optional(), heal: z.enum(['probe', 'check']) }),
  z.object({
    v: z.literal(inboxVersion),
    id: z.string().optional(),
    retry: z.string(),
    cursor: z.string().optional(),
  }),
]);
export type Bell = z.infer<typeof Bell>;

/** What one part of a report came to: findings resolved, and findings that no report held before, by severity. */
export const PartOutcome = z.object({
  resolved: z.number().int(),
  new: z.partialRecord(Severity, z.number().int()),
  /** Why it resolved nothing although the report was called complete. */
  incomplete: z.string().optional(),
});
export type PartOutcome = z.infer<typeof PartOutcome>;

/** What a report came to; `named` is false as long as its results have no identities. */
export const ReportOutcome = z.object({
  named: z.boolean(),
  /** How many findings a complete report resolved. */
  resolved: z.number().int().optional(),
  /** By the number of the part, so that one that is worked in again counts once; older receipts have none. */
  parts: z.record(z.string(), PartOutcome).optional(),
  /** Why it resolved nothing although it was called complete. */
  incomplete: z.string().optional(),
  /** The receipt that names its findings: it says what that report said. */
  sameAs: z.string().optional(),
});
export type ReportOutcome = z.infer<typeof ReportOutcome>;

/** What of a request was not accepted: all are counted, the first are kept with their errors. */
export const Refused = z.object({
  total: z.number().int(),
  first: z.array(
    z.object({
      /** Its place in the request, from 0 on. */
      index: z.number().int(),
      id: z.string().optional(),
      errors: z.array(FieldError),
    }),
  ),
});
export type Refused = z.infer<typeof Refused>;

export const ReceiptHead = z.object({
  receipt: z.string(),
  connection: ConnectionKey,
  acceptedAt: z.number().int(),
  chunks: z.array(z.object({ id: z.string(), findings: z.number().int() })),
  report: ReportOutcome.optional(),
  /** Absent: nothing was refused, or an older version took the request. */
  refused: Refused.optional(),
});
export type ReceiptHead = z.infer<typeof ReceiptHead>;
