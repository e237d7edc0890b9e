import { issueNotFound, JiraError } from '../http/jira-error';
import type { Call } from '../http/route';
import { param } from '../http/route';
import { canSeeIssue, canSeeProject } from '../rules/permissions';
import { findIssue, findProject } from '../state/lookup';
import type { IssueRecord, ProjectRecord } from '../state/model';

/** The issue that the path names, if the caller may see it. @throws JiraError 404 */
export function issueOf(call: Call): IssueRecord {
  return visibleIssue(call, param(call, 'issueIdOrKey'));
}

/** The issue with this id or key, if the caller may see it. @throws JiraError 404 */
export function visibleIssue(call: Call, idOrKey: string): IssueRecord {
  const issue = findVisibleIssue(call, idOrKey);
  if (!issue) throw issueNotFound();
  return issue;
}

/** The issue with this id or key, or undefined when it is missing or hidden from the caller. */
export function findVisibleIssue(call: Call, idOrKey: string): IssueRecord | undefined {
  const issue = findIssue(call.world.state, idOrKey);
  return issue && canSeeIssue(call.world, call.actor.accountId, issue) ? issue : undefined;
}

/** The project with this id or key, if the caller may see it. @throws JiraError 404 */
export function visibleProject(call: Call, idOrKey: string): ProjectRecord {
  const project = findProject(call.world.state, idOrKey);
  if (!project || !canSeeProject(call.world, call.actor.accountId, project))
    throw new JiraError(404, [
      `No project could be found with ${/^\d+$/.test(idOrKey) ? 'id' : 'key'} '${idOrKey}'.`,
    ]);
  return project;
}

/** Refuses the write once when a test asked for a conflict on this issue. @throws JiraError 409 */
export function throwConflict(call: Call, issue: IssueRecord): void {
  const left = call.world.conflicts.get(issue.id) ?? 0;
  if (left === 0) return;
  call.world.conflicts.set(issue.id, left - 1);
  throw new JiraError(409, ['The issue could not be updated due to a conflicting update. Please try again.']);
}
