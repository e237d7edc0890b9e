import { redirect, type Answer } from '../http/answer';
import type { IssueView } from '../jira-views';
import { panelId } from '../pages/issue/panels';
import { leaveNote } from '../session';
import { backToIssue, type IssueForm } from './issue-forms';

/** Adds a panel to the issue, takes it off, or (as an administrator) shows or hides it on the whole space. */
export async function panelForm(request: IssueForm): Promise<Answer> {
  const { context, jira, form, key, base } = request;
  const issue = await jira.get<IssueView>(`${base}?fields=project`);
  if (!issue.ok) return backToIssue(key, issue, '');
  const moduleKey = form.get('module') ?? '';
  const known = context.manifest.modules['jira:issuePanel']?.some((module) => module.key === moduleKey);
  if (!known)
    return leaveNote(redirect(`/browse/${key}`), {
      kind: 'error',
      text: `The app has no panel '${moduleKey}'.`,
    });
  switch (form.get('do')) {
    case 'add':
      context.panels.add(issue.body.id, moduleKey);
      break;
    case 'remove':
      context.panels.remove(issue.body.id, moduleKey);
      break;
    case 'pin':
      return pin(request, issue.body, 'PIN');
    case 'unpin':
      return pin(request, issue.body, 'UNPIN');
  }
  return redirect(`/browse/${key}`);
}

async function pin(
  { context, jira, form, key }: IssueForm,
  issue: IssueView,
  action: 'PIN' | 'UNPIN',
): Promise<Answer> {
  const reply = await jira.post('/rest/api/3/forge/panel/action/bulk/async', {
    moduleId: panelId(context, form.get('module') ?? ''),
    projectList: [{ projectIdOrKey: issue.fields.project.key, action }],
  });
  return backToIssue(key, reply, 'Jira shows or hides the panel on the space in a moment.');
}
