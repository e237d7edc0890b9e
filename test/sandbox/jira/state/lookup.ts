import type { IssueRecord, IssueTypeSetup, ProjectRecord, WorkflowRecord } from './model';
import type { SiteState } from './site-state';

/** The issue with this id, key or former key (in any case); undefined when there is none. */
export function findIssue(state: SiteState, idOrKey: string): IssueRecord | undefined {
  const id = /^\d+$/.test(idOrKey) ? idOrKey : state.keys.get(idOrKey.toUpperCase());
  return id === undefined ? undefined : state.issues.get(id);
}

/** The project with this id or key; trashed projects are not found. */
export function findProject(state: SiteState, idOrKey: string): ProjectRecord | undefined {
  const project = /^\d+$/.test(idOrKey) ? state.projects.get(idOrKey) : projectByKey(state, idOrKey);
  return project?.state === 'trashed' ? undefined : project;
}

function projectByKey(state: SiteState, key: string): ProjectRecord | undefined {
  for (const project of state.projects.values()) if (project.key === key) return project;
  return undefined;
}

/** The project an issue is in. @throws when the state is broken */
export function projectOf(state: SiteState, issue: IssueRecord): ProjectRecord {
  return must(state.projects.get(issue.projectId), 'project');
}

/** How an issue type is set up in a project; undefined when the project does not have the type. */
export function setupOf(project: ProjectRecord, issueTypeId: string): IssueTypeSetup | undefined {
  return project.setups.find((setup) => setup.issueTypeId === issueTypeId);
}

/** The workflow that an issue follows. @throws when the state is broken */
export function workflowOf(state: SiteState, issue: IssueRecord): WorkflowRecord {
  const setup = must(setupOf(projectOf(state, issue), issue.issueTypeId), 'issue type');
  return must(state.workflows.get(setup.workflowId), 'workflow');
}

/** The value, which is known to be there. @throws when it is not */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`The site has no such ${what}`);
  return value;
}
