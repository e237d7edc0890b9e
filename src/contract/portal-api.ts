/** Bodies and answers of the portal API (web trigger `portal`). */
import { z } from 'zod';
import { commentLimits } from './comment';
import { Finding, Severity } from './finding';
import { FieldError } from './problem';

/**
 * Limits of one call: body in bytes as sent, a token request, the address or one header, findings of one report, ids of
 * one lookup, findings on a page of a receipt.
 */
export const limits = {
  bodyBytes: 4_000_000,
  formBytes: 8_000,
  headerBytes: 8_000,
  reportResults: 10_000,
  findings: 10_000,
  lookupIds: 1_000,
  receiptPage: 1_000,
} as const;

/** Where a connection with client credentials gets its tokens; the only path that takes a form. */
export const tokenPath = '/oauth/token';
/** How long an access token is good for, in seconds. */
export const tokenSeconds = 3600;

/** Findings are validated one by one, so that one bad finding does not refuse the rest. */
export const PostFindings = z.object({
  findings: z
    .array(z.unknown())
    .min(1, 'must hold at least one finding')
    .max(limits.findings, `must hold at most ${String(limits.findings)} findings`)
    .describe('Full snapshots, each checked by itself.'),
});

/** Comments are checked one by one, too. */
export const PostComments = z.object({
  comments: z
    .array(z.unknown())
    .min(1, 'must hold at least one comment')
    .max(commentLimits.comments, `must hold at most ${String(commentLimits.comments)} comments`)
    .describe('Each checked by itself.'),
  product: Finding.shape.product
    .nullish()
    .transform((product) => product ?? undefined)
    .describe('The product of the findings of comments that name none.'),
});

/** Ids are only looked at where there are not too many: each that does not fit is an error of its own. */
export const Ids = z.object({
  ids: z
    .array(z.unknown())
    .min(1, 'must hold at least one id')
    .max(limits.lookupIds, `must hold at most ${String(limits.lookupIds)} ids`)
    .pipe(z.array(Finding.shape.id))
    .describe('The ids of the findings.'),
});

/** Ids of one product, for connections whose ids are unique only within it. */
export const IdsOfProduct = Ids.extend({
  product: Finding.shape.product.describe('The product whose ids they are.'),
});

/** The new name of a product; the same bounds as in findings. */
export const RenameProduct = z.object({
  to: Finding.shape.product.describe('The name that the product goes by from now on.'),
});

export const RenameAnswer = z.object({
  from: z.string().describe('The name so far.'),
  to: z.string().describe('The new name.'),
});

export const Rejected = z.object({
  index: z.number().int().describe('The place of the finding in the call, from 0 on.'),
  id: z.string().optional().describe('Its id, if it could be read.'),
  errors: z.array(FieldError).describe('What is wrong with it.'),
});
export type Rejected = z.infer<typeof Rejected>;

export const Accepted = z.object({
  receipt: z.string().describe('Tells later what became of the call.'),
  accepted: z.number().int().describe('How many findings were accepted.'),
  rejected: z.array(Rejected).describe('Those that were not, each with its errors.'),
});
export type Accepted = z.infer<typeof Accepted>;

/** `unknown`: this connection never sent such a finding. */
export const findingStates = ['pending', 'synced', 'skipped', 'held', 'deleted', 'unknown'] as const;
export const FindingState = z.enum(findingStates);
export type FindingState = z.infer<typeof FindingState>;

export const IssueView = z.object({
  id: z.string().describe('The id of the issue in Jira.'),
  key: z.string().describe('The key of the issue.'),
  url: z.string().describe('The address of the issue.'),
  /** The status's name when the app last looked. */
  status: z.string().optional().describe('The name of its status when the app last looked.'),
  statusId: z.string().optional().describe('The id of its status.'),
  statusCategory: z.enum(['new', 'indeterminate', 'done']).optional().describe('The category of its status.'),
});
export type IssueView = z.infer<typeof IssueView>;

export const FindingView = z.object({
  id: z.string().describe('The id of the finding.'),
  /** Only where ids are unique within each product. */
  product: z.string().optional().describe('The product, where ids are unique only within each.'),
  /** Only in the receipt of comments. */
  comment: z
    .string()
    .optional()
    .describe('The id of the comment that state and reason are about; only in the receipt of comments.'),
  state: FindingState.describe('How it stands: unknown means that this connection never sent it.'),
  reason: z.string().optional().describe('Why it is held, waits or was skipped.'),
  issues: z
    .object({
      product: IssueView.optional().describe('The issue in the product team’s space.'),
      security: IssueView.optional().describe('The issue in the security team’s space.'),
    })
    .describe('Its issues that are there.'),
});
export type FindingView = z.infer<typeof FindingView>;

export const LookupAnswer = z.array(FindingView);

/** A page of all findings of a connection. */
export const FindingsAnswer = z.object({
  findings: z.array(FindingView).describe('At most 100.'),
  next: z.string().optional().describe('Where the next page begins; absent: this is the last.'),
});
export type FindingsAnswer = z.infer<typeof FindingsAnswer>;

export const ReceiptAnswer = z.object({
  receipt: z.string().describe('The receipt that was asked for.'),
  acceptedAt: z.string().describe('When the call was accepted.'),
  done: z.boolean().describe('Everything of the call is worked off.'),
  /** Only of complete reports: how many findings it resolved, and why it resolved none although it may lack some. */
  resolved: z.number().int().optional().describe('Of a complete report: how many findings it resolved.'),
  incomplete: z.string().optional().describe('Why a report that was called complete resolved nothing.'),
  /** Only of reports: how many findings no report of the product and tool held before, by severity. */
  new: z
    .partialRecord(Severity, z.number().int())
    .optional()
    .describe('Of a report: how many findings none held before, by severity.'),
  findings: z.array(FindingView).describe('How each finding of the call stands.'),
  /** Where the next page begins; absent: these are the last. */
  next: z
    .string()
    .optional()
    .describe('Where the next page begins: ask again with `?after=`. Absent: these are the last.'),
});
export type ReceiptAnswer = z.infer<typeof ReceiptAnswer>;

export const PingAnswer = z.object({
  ok: z.literal(true).describe('The credentials are right.'),
  connection: z.string().describe('The key of the connection.'),
  name: z.string().describe('The name of the connection.'),
  version: z.string().describe('The version of the app.'),
});

export const FormatsAnswer = z.object({
  formats: z
    .array(
      z.object({
        name: z.string().describe('The last segment of the address of its reports.'),
        title: z.string().describe('The format in words.'),
        complete: z
          .string()
          .describe('What a report that is called complete speaks for, and when it proves nothing.'),
        media: z
          .array(z.string())
          .optional()
          .describe('Types beside JSON in which its reports may come; absent: none.'),
      }),
    )
    .describe('The formats, in the order in which `auto` looks for them.'),
});

/** RFC 6749, section 5.1. */
export const TokenAnswer = z.object({
  access_token: z.string().describe('The token for the Authorization header.'),
  token_type: z.literal('Bearer').describe('How to send it.'),
  expires_in: z.number().int().describe('For how many seconds it is good.'),
});

/** RFC 6749, section 5.2. */
export const TokenProblem = z.object({
  error: z
    .enum(['invalid_request', 'invalid_client', 'unsupported_grant_type'])
    .describe('The error code of RFC 6749.'),
  error_description: z.string().describe('What is wrong and how to mend it.'),
});
export type TokenProblem = z.infer<typeof TokenProblem>;
