/** What people decide in Jira about the risk of a finding. */
import { z } from 'zod';
import { roles } from './space';

/** `rejected`: a false positive. `accepted`: nothing is done about it until a date. */
export const decisionKinds = ['rejected', 'accepted'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** So long a reason may be. */
export const longestReason = 2000;

/**
 * A decision that stands until the portal says otherwise, knowing of it. Who made it is told to the portal and not kept
 * here.
 */
export const RiskDecision = z.object({
  kind: z.enum(decisionKinds),
  /** The last day (UTC) of an accepted risk. */
  until: z.string().optional(),
  /** In the words of who decided, masked. */
  reason: z.string().optional(),
  /** On whose issue it was made. */
  role: z.enum(roles),
  /** When (ms). */
  at: z.number().int(),
  /** The event that tells it, and its number once it has one. */
  event: z.string(),
  n: z.number().int().optional(),
});
export type RiskDecision = z.infer<typeof RiskDecision>;

/** What holds for decisions in Jira. */
export const Decisions = z.object({
  /** No risk is accepted for longer, in days. */
  longestAcceptanceDays: z.number().int().min(1).max(3650).default(365),
});
export type Decisions = z.infer<typeof Decisions>;
