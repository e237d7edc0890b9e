/** Whose an issue is, as the flows claim and ask it. */
import type { IssuePointer } from '../contract/issue-pointer';

/** An issue, by its id, and the key of the record that it belongs to. */
export interface OwnedIssue {
  readonly id: string;
  readonly record: string;
}

/** Whose each issue is: one pointer an issue. */
export interface Pointers {
  /** By issue id; issues that are nobody's are missing. */
  of(issueIds: readonly string[]): Promise<Map<string, IssuePointer>>;
  /** Takes issues that are nobody's, each atomically; answers the ids of those that are their records' own now. */
  take(issues: readonly OwnedIssue[]): Promise<Set<string>>;
  /** Takes an issue over, if its pointer is still this one. */
  takeOver(issueId: string, from: IssuePointer, record: string): Promise<boolean>;
  /** Gives issues back, those that still belong to these records. */
  release(issues: readonly OwnedIssue[]): Promise<void>;
}
