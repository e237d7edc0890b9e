import type { IssueView } from '../../jira-views';
import type { PagesContext } from '../../pages-context';

/** The extension data of modules of this type on an issue, as Forge documents them for panels and actions. */
export function issueExtension(
  context: PagesContext,
  issue: IssueView,
  type: string,
): Readonly<Record<string, unknown>> {
  const { issuetype, project } = issue.fields;
  return {
    type,
    issue: { id: issue.id, key: issue.key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
    location: `${context.origin()}/browse/${issue.key}`,
  };
}
