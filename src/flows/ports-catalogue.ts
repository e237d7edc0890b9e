/** What exists in Jira, as the app sees it: for checks, imports and the daily look after references. */
import type { ProjectFacts } from '../core/checks/facts';
import type { JiraResult } from '../core/jira/failure';
import type { Named } from '../core/settings/resolve-ref';

/** Reads Jira now, each thing at most once per invocation. Absent values: there is no such thing, or it is hidden. */
export interface Catalogue {
  project(id: string): Promise<JiraResult<ProjectFacts | undefined>>;
  /** Projects with this name, whatever its case; up to 50. */
  projectsNamed(name: string): Promise<JiraResult<Named[]>>;
  /** Statuses by the id of the issue type. */
  statuses(projectId: string): Promise<JiraResult<ReadonlyMap<string, readonly Named[]>>>;
  components(projectId: string): Promise<JiraResult<Named[]>>;
  securityLevels(projectId: string): Promise<JiraResult<Named[]>>;
  resolutions(): Promise<JiraResult<Named[]>>;
  fields(): Promise<JiraResult<Named[]>>;
  person(accountId: string): Promise<JiraResult<Named | undefined>>;
  /** Active people with this name, up to 50. */
  peopleNamed(name: string): Promise<JiraResult<Named[]>>;
  /** Those of the permissions that the app holds in the project. */
  permissions(projectId: string, permissions: readonly string[]): Promise<JiraResult<ReadonlySet<string>>>;
}
