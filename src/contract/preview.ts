/** What *Try a finding* tells: the issues that a finding would become, and what a report would do. */
import type { Reason } from './messages/message';
import type { RuleTrace } from './rule-trace';
import type { Role } from './settings';

/** Where a value of a previewed issue comes from. `jira`: Jira chooses it. */
export type ValueOrigin = 'default' | 'product' | 'rule' | 'finding' | 'fixed' | 'jira';
export interface PreviewValue {
  /** Jira's id of the field; `issueType` is the issue type. */
  readonly field: string;
  /** Jira's name of a field that the app does not know by itself. */
  readonly name?: string;
  readonly values: readonly string[];
  readonly origins: readonly ValueOrigin[];
  /** Why the value is not, or not wholly, what was given. */
  readonly note?: Reason;
  /** The field is not on the create screen, so the new issue comes without it. */
  readonly leftOut?: true;
  /** An assignee whose address Jira hides: the only match of its search. */
  readonly unconfirmed?: true;
}
/** An issue as it would be made, or what would happen to the one that is there. */
export type IssuePreview = { readonly role: Role; readonly values: readonly PreviewValue[] } & (
  | { readonly action: 'create'; readonly description?: object; readonly linked: boolean }
  | { readonly action: 'adopt' | 'nothing'; readonly key: string }
  | {
      readonly action: 'update';
      readonly key: string;
      /** Jira's ids of the fields. */
      readonly edited: readonly string[];
      /** Changed by the portal, but people's edits stand. */
      readonly kept: readonly string[];
      /** Jira's names of those of them that the app does not know by itself. */
      readonly names?: Readonly<Record<string, string>>;
      /** The status that it would be moved to. */
      readonly movedTo?: string;
    }
);
/** What a report would do if it were sent as a complete one by this connection. */
export interface ReportPreview {
  /** Results that are findings already, and those that no report held before. */
  readonly known: number;
  readonly fresh: number;
  /** How many findings it would resolve, and the ids of the first 20. */
  readonly resolves: number;
  readonly resolved: readonly string[];
  /** Why it would resolve nothing, one for each tool and scope that it speaks for. */
  readonly reasons: readonly Reason[];
}
export interface FindingPreview {
  readonly id: string;
  readonly title: string;
  readonly product: string;
  /** Something newer is known of it, so nothing would happen. */
  readonly stale: boolean;
  /** Why it becomes no issue. */
  readonly skipped?: Reason;
  /** What would hold it up. */
  readonly problems: readonly Reason[];
  readonly issues: readonly IssuePreview[];
  /** What decided, rule by rule, down to the one that takes it. */
  readonly rules: readonly RuleTrace[];
}
