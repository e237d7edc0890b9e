/** Issues, transitions and fields as Jira shows them, read into what the app knows. */
import type { StatusCategory } from './workflow';

/** An issue as Jira gave it; `fields` are raw values by Jira field id. */
export interface FetchedIssue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string | undefined;
  readonly issueTypeId: string | undefined;
  readonly status:
    { readonly id: string; readonly name: string; readonly category: StatusCategory } | undefined;
  readonly resolution: { readonly id: string; readonly name: string } | undefined;
  readonly creator: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly identity: unknown;
  /** The issues that it is linked with; undefined when they were not asked for. */
  readonly linked:
    readonly { readonly id: string; readonly key: string; readonly done: boolean }[] | undefined;
  /** Accounts that changed the issue (up to the last 40 changes); only when asked for. */
  readonly changedBy: readonly string[];
  /** Transitions that Jira offers from the current status; only when asked for. */
  readonly transitions: readonly OfferedTransition[];
}

export interface OfferedTransition {
  readonly id: string;
  readonly name: string;
  readonly to: { readonly id: string; readonly name: string; readonly category: StatusCategory };
  readonly fields: readonly FieldMeta[];
}

export interface FieldMeta {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly hasDefault: boolean;
  readonly allowed: readonly { readonly id: string; readonly name: string }[];
}
