import { redirect, type Answer } from '../http/answer';
import { path } from '../jira-as';
import type { IssueView, NamedView } from '../jira-views';
import { leaveNote } from '../session';
import { backToIssue, type IssueForm } from './issue-forms';

interface Task {
  readonly status: string;
  readonly invalidOrInaccessibleIssueCount?: number;
  readonly failedAccessibleIssues?: Readonly<Record<string, readonly string[]>>;
}

/** Moves the issue to another space, keeping its type where the space has it. */
export async function moveIssue({ jira, form, key, base }: IssueForm): Promise<Answer> {
  const to = form.get('project') ?? '';
  const [issue, target] = await Promise.all([
    jira.get<IssueView>(`${base}?fields=issuetype`),
    jira.get<{ issueTypes: readonly (NamedView & { subtask?: boolean })[] }>(path`/rest/api/3/project/${to}`),
  ]);
  if (!issue.ok) return backToIssue(key, issue, '');
  if (!target.ok) return backToIssue(key, target, '');
  const types = target.body.issueTypes.filter((type) => type.subtask !== true);
  const type = types.find((one) => one.name === issue.body.fields.issuetype.name) ?? types[0];
  const moved = await jira.post<{ taskId: string }>('/rest/api/3/bulk/issues/move', {
    sendBulkNotification: false,
    targetToSourcesMapping: {
      [`${to},${type?.id ?? ''}`]: {
        issueIdsOrKeys: [issue.body.id],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  });
  if (!moved.ok) return backToIssue(key, moved, '');
  const task = await jira.get<Task>(path`/rest/api/3/bulk/queue/${moved.body.taskId}`);
  const failures = task.ok ? Object.values(task.body.failedAccessibleIssues ?? {}).flat() : [task.problem];
  if (failures.length > 0) return leaveNote(redirect(`/browse/${key}`), { kind: 'error', text: failures.join(' ') });
  // The old key leads to the issue, whatever its new one is.
  return leaveNote(redirect(`/browse/${key}`), { kind: 'success', text: `The issue was moved to ${to}.` });
}
