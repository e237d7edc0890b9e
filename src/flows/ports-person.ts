/** The Jira user in front of a page or behind an action: what they see and may do is asked as them, never as the app. */

/** Permissions that actions need, by Jira's keys. */
export type Needed = 'EDIT_ISSUES' | 'LINK_ISSUES';

/** An issue that the person may browse. */
export interface BrowsedIssue {
  readonly id: string;
  readonly key: string;
}

export interface Person {
  readonly accountId: string;
  /** Those of these issues (ids or keys, at most 100) that the person may browse, by what they were asked by. One call. */
  browses(names: readonly string[]): Promise<ReadonlyMap<string, BrowsedIssue>>;
  /** What of this the person may do with an issue. Nothing where Jira does not say. */
  may(issueId: string, needed: readonly Needed[]): Promise<ReadonlySet<Needed>>;
}
