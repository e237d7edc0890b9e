/** What a link record knows of one issue of its finding. */
import { z } from 'zod';

/**
 * Why the app moves an issue by itself. `closed`, `reopened`: after the product issue; `expired`: an accepted risk ended;
 * `stillReported`: a person had closed it, and the portal went on reporting its finding; `emptied`: a
 * group has no findings left.
 */
export const MoveReason = z.enum(['closed', 'reopened', 'expired', 'stillReported', 'emptied']);
export type MoveReason = z.infer<typeof MoveReason>;

/** A create call that was sent and whose outcome may be unknown. `searches` counts empty searches for its issue. */
export const Claim = z.object({ id: z.string(), at: z.number().int(), searches: z.number().int() });
export type Claim = z.infer<typeof Claim>;

/** A create call of the issue may be under way or lost: nobody knows yet whether there is one. */
export const ClaimedIssue = z.object({
  state: z.literal('claimed'),
  claim: Claim,
  /** The id of the project in which it is looked for; empty: an older version did not say. */
  project: z.string(),
});
export type ClaimedIssue = z.infer<typeof ClaimedIssue>;

/** What is known of an issue that Jira has or had. */
const Made = z.object({
  id: z.string(),
  key: z.string(),
  /** Ids of its project and its type; empty: neither Jira nor an older version said. */
  project: z.string(),
  issueType: z.string(),
  /** The create call that made it; an adopted issue has none. */
  claim: Claim.optional(),
  /** Unknown until the issue is read. */
  status: z.string().optional(),
  /** The status's name when the app last saw the issue; older records have none yet. */
  statusName: z.string().optional(),
  category: z.enum(['new', 'indeterminate', 'done']).optional(),
  /** Since when it is there (ms), once it has moved: events come out of order. */
  placeAt: z.number().int().optional(),
  resolution: z.string().optional(),
  resolutionName: z.string().optional(),
  /** A short hash of what was last sent per field: equal means nothing to do. */
  sent: z.record(z.string(), z.string()),
  /** The labels that the app put on the issue; only these are ever removed. */
  labels: z.array(z.string()).optional(),
  /** The other role's issue is linked to this one in Jira. */
  linked: z.boolean().optional(),
  /** The issue was adopted, not created by the app: it is never deleted. */
  adopted: z.boolean().optional(),
  /** Since when it is the finding's (ms), where it was adopted: what people wrote on it before goes nowhere. */
  adoptedAt: z.number().int().optional(),
  /** The app closed this security issue because the product issue was done; reopening that reopens it. */
  closedByProduct: z.boolean().optional(),
  /** Further issues of the product team's project that people linked to this security issue. */
  further: z.array(z.object({ id: z.string(), done: z.boolean() })).optional(),
  /** The security issue was done while its product issue was: whoever reopens it since wants it open. */
  answered: z.boolean().optional(),
  /** The app is about to move the issue, or could not say whether it did: Jira's history of the issue tells. */
  moving: MoveReason.optional(),
  /** Why the app moved the issue, as long as no comment says it yet. */
  owes: MoveReason.optional(),
  /** Since when Jira does not show the issue although it shows others of its project (ms). */
  missingSince: z.number().int().optional(),
  /** The app asked Jira to delete the issue, and the answer was lost. */
  deleting: z.boolean().optional(),
  /** It was to be deleted and is not, because people worked on it: it is kept in step like any other. */
  spared: z.boolean().optional(),
  /** The app deleted the issue: a finding that is open again gets a new one. */
  deletedByApp: z.boolean().optional(),
  /** When the app first saw the issue done (ms). */
  doneAt: z.number().int().optional(),
});

/** An issue that Jira has, as far as is known. */
export const IssueThere = Made.extend({ state: z.literal('there') });
export type IssueThere = z.infer<typeof IssueThere>;

/** An issue that no longer exists in Jira; with `missingSince` only as far as can be told. */
export const GoneIssue = Made.extend({ state: z.literal('gone') });
export type GoneIssue = z.infer<typeof GoneIssue>;

/** One issue of a finding. `core/sync/issue-states.ts` holds how one state becomes another. */
export const LinkedIssue = z.discriminatedUnion('state', [ClaimedIssue, IssueThere, GoneIssue]);
export type LinkedIssue = z.infer<typeof LinkedIssue>;
/** An issue that Jira has or had. */
export type MadeIssue = IssueThere | GoneIssue;
