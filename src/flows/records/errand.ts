/** What is done for a record without a snapshot of its finding: a todo, or an event. Lives for one pass. */
import type { ActivityItem, Actor, Outcome } from '../../contract/activity';
import type { LinkRecord, MadeIssue, Todo } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import type { Thread } from '../../contract/stored/threads';
import type { Consequence } from '../../core/jira/failure';
import type { Ports } from '../ports';
import type { Heard } from './owe-events';

export interface Deed {
  readonly outcome: Outcome;
  readonly by: Actor;
  readonly issues: readonly string[];
}

export interface Errand {
  readonly key: string;
  /** The record as it lies in storage. */
  before: LinkRecord;
  /** A copy that the pass may change. */
  record: LinkRecord;
  readonly todo: Todo;
  /** An earlier pass noted moves in the record and did not come to say whether they were made. */
  readonly left?: boolean;
  /** The snapshot that is kept in the record is to be applied once the errand is done. */
  appliesAgain?: boolean;
  /** What happened, to which issues (keys), and by whom. */
  deed?: Deed;
  /** The group whose issues are the record's. */
  shared?: LinkRecord | undefined;
  /** What is told of it instead of its deed. */
  told?: readonly ActivityItem[];
  /** Whose deed it follows, where Jira told. */
  heard?: Heard | undefined;
  /** What its thread of comments tells. */
  tells?: Thread['telling'];
  /** What stands in the way. */
  problem?: Consequence;
  /** Issues that Jira does not show: what is to be done about them waits, the others go on. */
  readonly hidden: Set<MadeIssue>;
  /** The todo stays, for this moment (ms): nothing but time or a cap stands in its way. */
  notBefore?: number;
}

/** What all errands of a pass share. No move begins after `until` (ms). */
export interface Pass {
  readonly ports: Ports;
  readonly settings: SettingsDocument;
  readonly until: number;
}

/** Notes what happened to an issue; another issue to which the same happened is told with it. */
export function did(errand: Errand, outcome: Outcome, { key }: MadeIssue, by: Actor): void {
  const before = errand.deed?.outcome === outcome ? errand.deed.issues : [];
  errand.deed = { outcome, by, issues: [...before, key] };
}

/** Whether nothing stands in the way so far. */
export function isFree({ problem, notBefore }: Errand): boolean {
  return problem === undefined && notBefore === undefined;
}

/** Whether the errand may begin to move an issue; when the time is up, it stays to be done. */
export function mayBegin({ ports, until }: Pass, errand: Errand): boolean {
  if (isFree(errand) && ports.now() >= until) errand.notBefore = ports.now();
  return isFree(errand);
}
