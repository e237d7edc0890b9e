/** What the flows ask of Jira's issues, screens and workflows. */
import type { Identity } from '../contract/identity';
import type { Account } from '../core/jira/account';
import type { JiraResult } from '../core/jira/failure';
import type { FetchedIssue, FieldMeta, OfferedTransition, ReadIssues } from '../core/jira/issue';
import type { OwnComment, SeenComment } from '../core/jira/seen-comment';
import type { ShownPeople } from '../core/portal/told-event';
import type { Workflow } from '../core/jira/workflow';

export interface NewIssue {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  /** Id of the issue that this one is linked to in the create call itself. */
  readonly linkTo?: string;
  readonly transitionId?: string;
}

export type CreatedIssue =
  | { readonly ok: true; readonly id: string; readonly key: string }
  | {
      readonly ok: false;
      readonly status: number;
      readonly messages: string[];
      readonly fields: Record<string, string>;
    };

export interface IssueEdit {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly labels?: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly identity?: Identity;
}

export interface TransitionStep {
  readonly transitionId: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly identity?: Identity;
}

/** An issue and the id of its project; an empty one: an older version did not note it. */
export interface IssuePlace {
  readonly id: string;
  readonly project: string;
}

/** A comment to be written. `origin`: what it was written for, and which version of that. */
export interface NewComment {
  readonly document: object;
  readonly origin?: { readonly owner: string; readonly key: string; readonly mark: string };
}

export interface FetchWish {
  readonly fields: readonly string[];
  readonly transitions?: boolean;
  readonly changelog?: boolean;
}

/** Jira, as the app. Nothing is ever thrown for an answer of Jira's. */
export interface Jira {
  createIssues(issues: readonly NewIssue[]): Promise<JiraResult<CreatedIssue[]>>;
  editIssue(id: string, edit: IssueEdit): Promise<JiraResult<void>>;
  /** Sets the identity of at most 100 issues. Jira carries that out in its own time: what came of it shows when they are read. */
  setIdentities(issues: readonly { id: string; identity: Identity }[]): Promise<JiraResult<void>>;
  transitionIssue(id: string, step: TransitionStep): Promise<JiraResult<void>>;
  deleteIssue(id: string): Promise<JiraResult<void>>;
  /** Those that are gone or hidden are absent; see `readOf`. */
  fetchIssues(ids: readonly string[], wish: FetchWish): Promise<JiraResult<ReadIssues>>;
  findByClaim(claim: string): Promise<JiraResult<FetchedIssue[]>>;
  /** Issues with this owner in these projects (ids), 100 a page; with these fields besides where they are. */
  findByOwner(
    owner: string,
    projects: readonly string[],
    options: { page?: string; sinceMinutes?: number; fields?: readonly string[] },
  ): Promise<JiraResult<{ issues: FetchedIssue[]; next?: string }>>;
  /** Issues of any owner that carry an identity in these projects, with these fields, 100 a page. */
  findWithIdentity(
    projects: readonly string[],
    fields: readonly string[],
    page?: string,
  ): Promise<JiraResult<{ issues: FetchedIssue[]; next?: string }>>;
  linkIssues(productIssue: string, securityIssue: string): Promise<JiraResult<void>>;
  /** In a service project it is internal; one that Jira shows to customers all the same is taken back and refused. */
  addComment(issue: IssuePlace, comment: NewComment): Promise<JiraResult<{ readonly id: string }>>;
  /** Undefined: the issue is shown, but the comment is not there any more. */
  editComment(
    issue: IssuePlace,
    id: string,
    comment: NewComment,
  ): Promise<JiraResult<{ readonly id: string } | undefined>>;
  /** One that is not there any more counts as removed. */
  removeComment(issue: IssuePlace, id: string): Promise<JiraResult<void>>;
  /** Undefined: the issue is shown, but the comment is not. */
  readComment(issueId: string, id: string): Promise<JiraResult<SeenComment | undefined>>;
  /** The comments of an issue, newest first: all of them, or as many as are enough. */
  listComments(
    issueId: string,
    isEnough?: (newest: readonly SeenComment[]) => boolean,
  ): Promise<JiraResult<SeenComment[]>>;
  /** What the app wrote with an origin since then (ms), by the key of that. */
  ownComments(issue: IssuePlace, since: number): Promise<JiraResult<ReadonlyMap<string, OwnComment>>>;
  /** Takes all links between two issues away. */
  unlinkIssues(id: string, other: string): Promise<JiraResult<void>>;
  /** Takes the identity off an issue. */
  removeIdentity(id: string): Promise<JiraResult<void>>;
  /** The app's own account id. */
  self(): Promise<JiraResult<string>>;
  createFields(projectId: string, issueTypeId: string): Promise<JiraResult<FieldMeta[]>>;
  /** As the app sees it or, where Jira refuses the app, as an admin last saw it. */
  workflow(projectId: string, issueTypeId: string): Promise<JiraResult<Workflow>>;
  /** Where Jira refuses the app: reads it as the person of this invocation and remembers it. */
  learnWorkflow(projectId: string, issueTypeId: string): Promise<JiraResult<Workflow>>;
  /** Drops what is remembered of a project's screens and workflow, because Jira just contradicted it. */
  forget(projectId: string, issueTypeId: string): Promise<void>;
  /** What one issue of this project and issue type offers, with the fields of the screens. */
  transitionsOf(
    issueId: string,
    projectId: string,
    issueTypeId: string,
  ): Promise<JiraResult<OfferedTransition[]>>;
  /** A transition's screen, if an issue of this project and issue type showed it to this invocation. */
  screenOf(projectId: string, issueTypeId: string, transitionId: string): readonly FieldMeta[] | undefined;
  /** Names of these accounts and their addresses, where Jira shows them; whom it does not know is missing. */
  people(accounts: readonly string[]): Promise<JiraResult<ShownPeople>>;
  /** The account of this id; undefined: there is none, or it is no longer active. */
  activeAccount(accountId: string): Promise<JiraResult<string | undefined>>;
  /** The id of the group with this id or exactly this name. */
  groupOf(idOrName: string): Promise<JiraResult<string | undefined>>;
  /** The id of the issue of this key or id, where it is one that stands above others (an epic). */
  parentOf(keyOrId: string): Promise<JiraResult<string | undefined>>;
  /** The account that leads a project, by its id; undefined: nobody that the app can see. */
  projectLead(projectId: string): Promise<JiraResult<string | undefined>>;
  /** The account that leads a component of a project, by their ids. */
  componentLead(projectId: string, componentId: string): Promise<JiraResult<string | undefined>>;
  /** Undefined: nobody, or nobody in particular, has this address. */
  accountOf(email: string): Promise<JiraResult<Account | undefined>>;
}

/** The calls that change nothing in Jira. */
export type JiraReader = Omit<
  Jira,
  | 'createIssues'
  | 'editIssue'
  | 'setIdentities'
  | 'transitionIssue'
  | 'deleteIssue'
  | 'linkIssues'
  | 'unlinkIssues'
  | 'removeIdentity'
  | 'addComment'
  | 'editComment'
  | 'removeComment'
  | 'learnWorkflow'
  | 'forget'
>;
