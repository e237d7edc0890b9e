/** The actions of Jira Automation: inputs and outputs as the manifest declares them. */
import { z } from 'zod';
import type { FindingFacts } from './link-record';
import { SomeWhy, Why } from './panel-calls';

/** The key or id of an issue; a rule writes `{{issue.key}}`. */
const Issue = z.string().trim().min(1).max(255);
/** A rule leaves empty what it does not fill. */
const Reason = SomeWhy.nullish().transform((reason) => reason ?? undefined);

/** What each action takes, by its key. */
export const automationInputs = {
  'ask-retest': z.object({ issue: Issue, reason: Reason }),
  'mark-false-positive': z.object({ issue: Issue, reason: Reason }),
  /** `until`: the last day (UTC) as YYYY-MM-DD, or in how many days that is. */
  'accept-risk': z.object({ issue: Issue, until: z.coerce.string().trim().min(1), reason: Why.min(1) }),
} as const;
export type AutomationAction = keyof typeof automationInputs;
export type AutomationParsed<Name extends AutomationAction> = z.output<(typeof automationInputs)[Name]>;

/** What later steps of a rule may use: the finding as it stands after the action. */
export interface AutomationOutput extends Pick<FindingFacts, 'title' | 'severity' | 'status'> {
  readonly id: string;
  readonly product: string;
  /** Its address in the portal; null where the portal gave none. */
  readonly url: string | null;
}

/** What Automation understands: errors end the rule and stand in its audit log. */
export type AutomationAnswer =
  AutomationOutput | { readonly errors: readonly { readonly message: string }[] };
