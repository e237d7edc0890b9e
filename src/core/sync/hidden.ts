/** Issues that Jira does not show: deleted, or only hidden from the app? Until that is known, their findings wait. */
import type { HeldRecord, LinkRecord, MadeIssue } from '../../contract/link-record';
import type { Consequence, JiraFailure } from '../jira/failure';
import { consequenceOf, isRefusal, mayBeOfCall } from '../jira/failure';
import type { Doing } from '../../contract/messages/terms';
import { roles } from '../../contract/settings';
import { issuesMade } from './issues';

const prefix = 'hidden|';

/** How long an issue must be missing, while its project is shown, until it counts as deleted. */
export const missingMs = 24 * 60 * 60_000;

/** What holds a finding up whose issue Jira does not show. One cause a project: it may be hidden as a whole. */
export function hiddenProblem({ project, key }: Pick<MadeIssue, 'project' | 'key'>): Consequence {
  return { kind: 'held', cause: `${prefix}${project}`, reason: { code: 'issueHidden', key } };
}

/**
 * What follows from a failed call about one issue: a 404 tells no more than that Jira does not show it, and where Jira
 * answers at all, it may be a matter of this issue alone.
 */
export function issueProblem(
  failure: JiraFailure,
  issue: Pick<MadeIssue, 'project' | 'key'>,
  doing: Doing,
  place?: string,
): Consequence {
  if (isRefusal(failure) && failure.status === 404) return hiddenProblem(issue);
  const problem = consequenceOf(failure, doing, place);
  if (problem.kind === 'held') return { ...problem, refusal: { project: issue.project, doing } };
  if (!mayBeItsOwn(failure)) return problem;
  const isForRate = failure.kind === 'limited' && failure.conflict !== true;
  return { ...problem, alone: true, ...(isForRate && { limited: true }) };
}

function mayBeItsOwn(failure: JiraFailure): boolean {
  if (failure.kind === 'unknown') return failure.status !== undefined;
  return failure.kind === 'limited' && mayBeOfCall(failure);
}

/** Whether the finding waits for an issue that Jira does not show. */
export function waitsForHidden(record: LinkRecord): record is HeldRecord {
  return record.state === 'held' && record.cause.startsWith(prefix);
}

/** Whether nothing hides the issues any more that the finding waits for: Jira shows them, or they are known to be gone. */
export function isShownAgain(
  before: LinkRecord,
  after: LinkRecord,
  isShown: (id: string) => boolean,
): boolean {
  if (!before.held && before.parked === undefined) return false;
  const isBack = roles.some(
    (role) => before.issues[role]?.state === 'gone' && after.issues[role]?.state === 'there',
  );
  if (waitsForHidden(before)) {
    const project = before.cause.slice(prefix.length);
    return issuesMade(after)
      .filter((issue) => issue.project === project)
      .every((issue) => issue.state === 'gone' || isShown(issue.id));
  }
  return isBack;
}
