/** How an issue of a finding comes into each of its states. Nothing else makes or turns one. */
import type { Claim, ClaimedIssue, GoneIssue, IssueThere, MadeIssue } from '../../contract/link-record';
import type { FetchedIssue } from '../jira/issue';
import { noteIssue } from './note-issue';

/** A create call is about to be sent for an issue in this project. */
export function claimed(claim: Claim, project: string): ClaimedIssue {
  return { state: 'claimed', claim, project };
}

/** Jira made the issue that was claimed. */
export function created(
  { claim }: ClaimedIssue,
  made: Pick<IssueThere, 'id' | 'key' | 'project' | 'issueType' | 'sent' | 'labels'>,
): IssueThere {
  return { state: 'there', claim, ...made };
}

/** Jira shows an issue that was not known: one that was claimed, adopted, or found again. `now` in ms. */
export function found(
  fetched: FetchedIssue,
  known: Pick<IssueThere, 'project' | 'claim' | 'labels' | 'adopted'> & Partial<Pick<IssueThere, 'sent'>>,
  now: number,
): IssueThere {
  const { id, key, issueTypeId = '' } = fetched;
  const since = known.adopted ? { adoptedAt: now } : {};
  const issue: IssueThere = { sent: {}, ...known, ...since, state: 'there', id, key, issueType: issueTypeId };
  noteIssue(issue, fetched, now);
  return issue;
}

/** The issue is there after all, or said to be: what was known of it holds. */
export function returned(issue: MadeIssue): IssueThere {
  return { ...issue, state: 'there' };
}

/** The issue no longer exists; `missingSince` (ms): as far as can be told, for Jira has not shown it since. */
export function gone({ missingSince: _since, ...issue }: MadeIssue, missingSince?: number): GoneIssue {
  return { ...issue, state: 'gone', ...(missingSince === undefined ? {} : { missingSince }) };
}

/** The app deleted the issue. */
export function deleted(issue: MadeIssue, missingSince?: number): GoneIssue {
  return { ...gone(issue, missingSince), deletedByApp: true };
}
