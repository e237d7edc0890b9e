/** Bodies and answers of the portal API (web trigger `portal`). */
import { z } from 'zod';
import { Severity } from './finding';
import { FieldError } from './problem';

/**
 * Limits of one call: body in bytes as sent, a token request, the address or one header, findings of one report, ids of
 * one lookup.
 */
export const limits = {
  bodyBytes: 4_000_000,
  formBytes: 8_000,
  headerBytes: 8_000,
  reportResults: 10_000,
  findings: 10_000,
  lookupIds: 1_000,
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
    .max(limits.findings, `must hold at most ${String(limits.findings)} findings`),
});

/** Ids are only looked at where there are not too many: each that does not fit is an error of its own. */
export const Ids = z.object({
  ids: z
    .array(z.unknown())
    .min(1, 'must hold at least one id')
    .max(limits.lookupIds, `must hold at most ${String(limits.lookupIds)} ids`)
    .pipe(z.array(z.string().min(1).max(255))),
});

/** Ids of one product, for connections whose ids are unique only within it. */
export const IdsOfProduct = Ids.extend({ product: z.string().min(1).max(255) });

export const Rejected = z.object({
  index: z.number().int(),
  id: z.string().optional(),
  errors: z.array(FieldError),
});
export type Rejected = z.infer<typeof Rejected>;

export const Accepted = z.object({
  receipt: z.string(),
  accepted: z.number().int(),
  rejected: z.array(Rejected),
});
export type Accepted = z.infer<typeof Accepted>;

/** `unknown`: this connection never sent such a finding. */
export const findingStates = ['pending', 'synced', 'skipped', 'held', 'deleted', 'unknown'] as const;
export const FindingState = z.enum(findingStates);
export type FindingState = z.infer<typeof FindingState>;

export const IssueView = z.object({
  id: z.string(),
  key: z.string(),
  url: z.string(),
  /** The status's name when the app last looked. */
  status: z.string().optional(),
  statusId: z.string().optional(),
  statusCategory: z.enum(['new', 'indeterminate', 'done']).optional(),
});
export type IssueView = z.infer<typeof IssueView>;

export const FindingView = z.object({
  id: z.string(),
  /** Only where ids are unique within each product. */
  product: z.string().optional(),
  state: FindingState,
  reason: z.string().optional(),
  issues: z.object({ product: IssueView.optional(), security: IssueView.optional() }),
});
export type FindingView = z.infer<typeof FindingView>;

export const LookupAnswer = z.array(FindingView);

export const ReceiptAnswer = z.object({
  receipt: z.string(),
  acceptedAt: z.string(),
  done: z.boolean(),
  /** Only of complete reports: how many findings it resolved, and why it resolved none although it may lack some. */
  resolved: z.number().int().optional(),
  incomplete: z.string().optional(),
  /** Only of reports: how many findings no report of the product and tool held before, by severity. */
  new: z.partialRecord(Severity, z.number().int()).optional(),
  findings: z.array(FindingView),
});
export type ReceiptAnswer = z.infer<typeof ReceiptAnswer>;

export const PingAnswer = z.object({
  ok: z.literal(true),
  connection: z.string(),
  name: z.string(),
  version: z.string(),
});

/** RFC 6749, section 5.1. */
export const TokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number().int(),
});

/** RFC 6749, section 5.2. */
export const TokenProblem = z.object({
  error: z.enum(['invalid_request', 'invalid_client', 'unsupported_grant_type']),
  error_description: z.string(),
});
export type TokenProblem = z.infer<typeof TokenProblem>;
