/** Moves that are noted before they are made, so that whoever comes after a death or a lost answer learns what became of them. */
import type { LinkRecord, MadeIssue, MoveReason, Todo } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import type { FetchedIssue } from '../jira/issue';
import { decidePair } from './closing';
import { issuesMade } from './issues';
import { movesOfExpired, movesOfPair } from './wanted-moves';

/** Whether a move was noted of which nobody knows whether it was made. */
export function hasBegun(record: LinkRecord): boolean {
  return issuesMade(record).some(({ moving }) => moving !== undefined);
}

/** Notes the moves that a todo will make by what is known now: written with the lease, that costs no write of its own. */
export function noteAhead(record: LinkRecord, todo: Todo, settings: SettingsDocument): void {
  if (hasBegun(record)) return;
  const moves =
    todo === 'follow' ? movesOfPair(record, settings) : todo === 'reopen' ? movesOfExpired(record) : [];
  for (const { issue, reason } of moves) issue.moving = reason;
}

/**
 * Settles noted moves by what Jira shows: one is made when the issue is where it should go and the app moved it last.
 * What was made is explained later, unless it is about to be undone: only the last word is said.
 */
export function settleBegun(
  record: LinkRecord,
  found: ReadonlyMap<string, Pick<FetchedIssue, 'movedBy'>>,
  self: string,
  settings: SettingsDocument,
  now: number,
): void {
  for (const issue of issuesMade(record)) {
    const { moving } = issue;
    delete issue.moving;
    const isMade = (issue.category === 'done') === (moving === 'closed');
    if (moving === undefined || !isMade || found.get(issue.id)?.movedBy !== self) continue;
    noteMoved(issue, moving, settings);
    const follows = moving === 'closed' || moving === 'reopened';
    if (follows && decidePair(record, settings) !== 'nothing') delete issue.owes;
    if (issue.owes !== undefined) record.todo = { ...record.todo, comment: now };
  }
}

/** The app moved the issue for this reason: that is remembered, and owed to the issue's readers. */
export function noteMoved(issue: MadeIssue, reason: MoveReason, { closing }: SettingsDocument): void {
  if (reason === 'closed') issue.closedByProduct = true;
  const isTold = closing.comment || reason === 'expired' || reason === 'stillReported';
  if (isTold) issue.owes = reason;
}
