/** What became of one finding, told to admins from what is stored. */
import type { ActivityItem, Actor, Outcome } from './activity';
import type { GroupRef } from './group';
import type { FindingFacts, IssueThere, LinkState, Todo } from './link-record';
import type { Role } from './settings';

/** `outcome`: one activity record; the others stand in the finding's own record, however old they are. */
export type StoryEntry = { readonly at: number } & (
  | {
      readonly what: 'outcome';
      readonly outcome: Outcome;
      readonly issues: readonly string[];
      readonly by?: Actor;
      readonly reason?: ActivityItem['reason'];
    }
  | { readonly what: 'reported'; readonly status: string }
  | { readonly what: 'created'; readonly issue: string }
  | { readonly what: 'done'; readonly issue: string }
  | { readonly what: 'closed'; readonly issue: string; readonly because: string }
);

export interface StoryIssue {
  readonly role: Role;
  readonly id: string;
  readonly key: string;
  readonly category?: IssueThere['category'];
  readonly adopted: boolean;
  /** It no longer exists in Jira. */
  readonly gone: boolean;
}

export interface Story {
  readonly finding: string;
  readonly product?: string;
  readonly facts?: FindingFacts;
  /** The group whose issues it shares. */
  readonly group?: GroupRef;
  /** `unknown`: nothing is stored any more but its activity. `partly`: in step, but one of its issues is gone. */
  readonly state: LinkState | 'unknown' | 'partly';
  readonly reason?: ActivityItem['reason'];
  readonly issues: readonly StoryIssue[];
  /** What will be done without another word of the portal, and when (ms), soonest first. */
  readonly waiting: readonly { readonly todo: Todo; readonly at: number }[];
  /** Newest first. */
  readonly entries: readonly StoryEntry[];
  /** How far back activity was read (ms): its 30 days, or less where too much was done since. */
  readonly from: number;
  readonly complete: boolean;
  /** A batch did more than its record lists, so that this finding may be missing from it. */
  readonly gaps: boolean;
}
