import { redirect, type Answer } from '../http/answer';
import { path } from '../jira-as';
import { leaveNote } from '../session';
import { backToIssue, type IssueForm } from './issue-forms';

/**
 * Moves the issue to another space, keeping its type. Jira's REST API only moves in bulk; a person's move by hand is
 * the stand-in's own.
 */
export async function moveIssue({ context, jira, form, key, base }: IssueForm): Promise<Answer> {
  const to = form.get('project') ?? '';
  const [issue, allowed, target] = await Promise.all([
    jira.get<{ id: string }>(`${base}?fields=issuetype`),
    jira.get<{ permissions: { MOVE_ISSUES?: { havePermission: boolean } } }>(
      path`/rest/api/3/mypermissions?issueKey=${key}&permissions=MOVE_ISSUES`,
    ),
    jira.get(path`/rest/api/3/project/${to}`),
  ]);
  const refusal = [issue, allowed, target].find((reply) => !reply.ok);
  if (refusal) return backToIssue(key, refusal, '');
  if (allowed.body.permissions.MOVE_ISSUES?.havePermission !== true)
    return notMoved(key, 'You do not have permission to move this issue.');
  try {
    const moved = context.site.moveIssue(issue.body.id, to, jira.accountId);
    return leaveNote(redirect(`/browse/${moved}`), { kind: 'success', text: `${key} is now ${moved}.` });
  } catch (error) {
    return notMoved(key, error instanceof Error ? error.message : String(error));
  }
}

function notMoved(key: string, text: string): Answer {
  return leaveNote(redirect(`/browse/${key}`), { kind: 'error', text });
}
