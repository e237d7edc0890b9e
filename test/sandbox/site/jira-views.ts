/** What the pages read of Jira's answers: only the fields they show. */

export interface UserView {
  readonly accountId: string;
  readonly displayName: string;
  readonly accountType?: string;
}

export interface StatusView {
  readonly id: string;
  readonly name: string;
  readonly statusCategory: { readonly key: string; readonly name: string };
}

export interface NamedView {
  readonly id: string;
  readonly name: string;
}

export interface ProjectView {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly projectTypeKey?: string;
  readonly simplified?: boolean;
}

export interface IssueTypeView extends NamedView {
  readonly subtask?: boolean;
}

/** An issue as a row or a link shows it. */
export interface BriefIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly status: StatusView;
    readonly issuetype: IssueTypeView;
    readonly priority?: NamedView | null;
    readonly assignee?: UserView | null;
    readonly updated?: string;
  };
}

export interface LinkView {
  readonly id: string;
  readonly type: { readonly name: string; readonly inward: string; readonly outward: string };
  readonly inwardIssue?: BriefIssue;
  readonly outwardIssue?: BriefIssue;
}

/** An issue as its own page shows it. */
export interface IssueView {
  readonly id: string;
  readonly key: string;
  readonly fields: BriefIssue['fields'] & {
    readonly project: ProjectView;
    readonly description?: AdfNode | null;
    readonly labels?: readonly string[];
    readonly components?: readonly NamedView[];
    readonly reporter?: UserView | null;
    readonly creator?: UserView | null;
    readonly resolution?: NamedView | null;
    readonly duedate?: string | null;
    readonly created: string;
    readonly updated: string;
    readonly issuelinks?: readonly LinkView[];
    readonly parent?: BriefIssue;
    readonly subtasks?: readonly BriefIssue[];
    readonly security?: NamedView | null;
  };
}

export interface FieldMeta {
  readonly required: boolean;
  readonly name: string;
  readonly schema: { readonly type: string; readonly system?: string; readonly items?: string };
  readonly allowedValues?: readonly {
    readonly id?: string;
    readonly name?: string;
    readonly value?: string;
  }[];
}

export interface TransitionView {
  readonly id: string;
  readonly name: string;
  readonly to: StatusView;
  readonly hasScreen?: boolean;
  readonly fields?: Readonly<Record<string, FieldMeta>>;
}

export interface CommentView {
  readonly id: string;
  readonly author?: UserView;
  readonly body: AdfNode;
  readonly created: string;
  readonly updated: string;
}

export interface HistoryView {
  readonly id: string;
  readonly author?: UserView;
  readonly created: string;
  readonly items: readonly {
    readonly field: string;
    readonly fromString?: string | null;
    readonly toString?: string | null;
  }[];
}

export interface AdfMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfMark[];
  readonly content?: readonly AdfNode[];
}
