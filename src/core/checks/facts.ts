/** What Jira said about the place of one space: all that its checks look at. */
import type { SettingsDocument, Space, Role } from '../../contract/settings';
import type { JiraResult } from '../jira/failure';
import type { Named } from '../settings/resolve-ref';
import type { Workflow } from '../jira/workflow';

export interface ProjectFacts extends Named {
  readonly key: string;
  readonly archived: boolean;
  readonly issueTypes: readonly (Named & { readonly subtask: boolean })[];
}

export interface ScreenField extends Named {
  readonly required: boolean;
  readonly hasDefault: boolean;
  readonly allowed: readonly Named[];
}

/** One issue type in use. */
export interface TypeFacts {
  readonly id: string;
  readonly name: string;
  readonly screen: JiraResult<readonly ScreenField[]>;
  readonly workflow: JiraResult<Workflow>;
}

export interface SpaceFacts {
  readonly role: Role;
  readonly space: Space;
  readonly settings: SettingsDocument;
  /** The other space is on too, so that issues are linked. */
  readonly linked: boolean;
  readonly project: JiraResult<ProjectFacts | undefined>;
  /** Those of the needed permissions that the app holds. */
  readonly granted: JiraResult<ReadonlySet<string>>;
  readonly types: readonly TypeFacts[];
}
