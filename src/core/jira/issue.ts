/** Issues, transitions and fields as Jira shows them, read into what the app knows. */
import type { FieldType } from '../../contract/field-types';
import type { JiraFailure, JiraResult } from './failure';
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
  /** The account that moved the issue last; only when changes were asked for, and one of them is a move. */
  readonly movedBy: string | undefined;
  /** Transitions that Jira offers from the current status; only when asked for. */
  readonly transitions: readonly OfferedTransition[];
}

/** Issues as read, by id. What Jira fails to show although it shows others is `unread`: that says nothing about it. */
export type ReadIssues = Map<string, FetchedIssue> & { readonly unread: ReadonlyMap<string, JiraFailure> };

/** A read that asked for nothing. */
export function noIssues(): ReadIssues {
  return Object.assign(new Map<string, FetchedIssue>(), { unread: new Map<string, JiraFailure>() });
}

/** What a read of many told of one of them; undefined: it is gone or hidden. */
export function readOf(read: JiraResult<ReadIssues>, id: string): JiraResult<FetchedIssue | undefined> {
  if (!read.ok) return read;
  const failure = read.value.unread.get(id);
  return failure ? { ok: false, failure } : { ok: true, value: read.value.get(id) };
}

export interface OfferedTransition {
  readonly id: string;
  readonly name: string;
  readonly to: { readonly id: string; readonly name: string; readonly category: StatusCategory };
  readonly fields: readonly FieldMeta[];
}

/** A value that Jira lists for a field; of a cascading list with its second level. */
export interface AllowedValue {
  readonly id: string;
  readonly name: string;
  readonly children?: readonly { readonly id: string; readonly name: string }[];
}

export interface FieldMeta {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly hasDefault: boolean;
  readonly type: FieldType;
  readonly allowed: readonly AllowedValue[];
}
