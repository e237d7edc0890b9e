import type { Json } from '../json';

/** A person or an app of the site. */
export interface UserRecord {
  accountId: string;
  displayName: string;
  email: string;
  /** Whether the profile shows the address to others; hidden addresses still match a search. */
  emailVisible: boolean;
  accountType: 'atlassian' | 'app';
  active: boolean;
  globalPermissions: string[];
}

export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export interface StatusRecord {
  id: string;
  name: string;
  description: string;
  category: StatusCategory;
  /** The team-managed project that owns it, or null when it is shared. */
  projectId: string | null;
}

export interface IssueTypeRecord {
  id: string;
  name: string;
  description: string;
  /** -1 sub-task, 0 standard, 1 epic. */
  hierarchyLevel: number;
  projectId: string | null;
}

export interface PriorityRecord {
  id: string;
  name: string;
  description: string;
  color: string;
}

export interface ResolutionRecord {
  id: string;
  name: string;
  description: string;
}

export interface LinkTypeRecord {
  id: string;
  name: string;
  inward: string;
  outward: string;
}

export interface ScreenField {
  fieldId: string;
  required: boolean;
}

export interface TransitionRecord {
  id: string;
  name: string;
  type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  /** Status ids it starts from; empty for global and initial transitions. */
  from: string[];
  /** The target status; null for a looped transition, which stays where it is. */
  to: string | null;
  screen: ScreenField[] | null;
  /** Post function: the resolution id it sets, 'clear', or 'keep'. */
  resolution: string;
  /** A condition: only accounts in this project role see the transition. */
  role: string | null;
}

export interface WorkflowRecord {
  id: string;
  name: string;
  projectId: string | null;
  statusIds: string[];
  transitions: TransitionRecord[];
  version: number;
}

export type FieldKind =
  | 'string'
  | 'adf'
  | 'labels'
  | 'priority'
  | 'resolution'
  | 'user'
  | 'components'
  | 'versions'
  | 'date'
  | 'datetime'
  | 'number'
  | 'option'
  | 'options'
  | 'radio'
  | 'checkboxes'
  | 'cascading'
  | 'version'
  | 'users'
  | 'group'
  | 'groups'
  | 'sprint'
  | 'parent'
  | 'security'
  | 'url'
  | 'issuelinks'
  | 'project'
  | 'issuetype'
  | 'readonly';

export interface OptionRecord {
  id: string;
  value: string;
  /** The second level of a cascading list. */
  children?: OptionRecord[];
}

export interface GroupRecord {
  id: string;
  name: string;
}

export interface FieldRecord {
  id: string;
  name: string;
  kind: FieldKind;
  custom: boolean;
  clauseNames: string[];
  options: OptionRecord[];
  projectId: string | null;
}

export interface ComponentRecord {
  id: string;
  name: string;
  description: string;
  leadAccountId?: string;
}

export interface VersionRecord {
  id: string;
  name: string;
  released: boolean;
  archived: boolean;
}

export interface SecurityLevelRecord {
  id: string;
  name: string;
  description: string;
  /** Project roles whose members may see issues of this level. */
  roles: string[];
}

/** How one issue type is set up in a project. */
export interface IssueTypeSetup {
  issueTypeId: string;
  workflowId: string;
  createScreen: ScreenField[];
  /** Fields that exist for the project and type, on a screen or not. */
  fieldIds: string[];
}

export interface ProjectRecord {
  id: string;
  key: string;
  name: string;
  style: 'classic' | 'next-gen';
  /** Service projects have comments that their customers do not see. */
  typeKey: 'software' | 'service_desk';
  leadAccountId: string;
  state: 'live' | 'archived' | 'trashed';
  /** Priority ids of the scheme in order, or null when the project has no priority field. */
  priorityIds: string[] | null;
  defaultPriorityId: string | null;
  components: ComponentRecord[];
  versions: VersionRecord[];
  securityLevels: SecurityLevelRecord[];
  setups: IssueTypeSetup[];
  /** Role name to the accounts in it. */
  roles: Record<string, string[]>;
  /** Permission key to the roles that hold it; `*` is any signed-in account. */
  grants: Record<string, string[]>;
  nextIssueNumber: number;
  pinnedPanels: string[];
}

export interface CommentRecord {
  id: string;
  authorId: string;
  updateAuthorId: string;
  body: Json;
  createdAt: number;
  updatedAt: number;
  /** Who may read it besides its project: a role or a group by name; null: everybody. */
  visibility: { type: 'role' | 'group'; value: string } | null;
  properties: { key: string; value: Json }[];
}

export interface ChangeItem {
  field: string;
  fieldtype: 'jira' | 'custom';
  fieldId: string | null;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

export interface HistoryRecord {
  id: string;
  authorId: string;
  createdAt: number;
  items: ChangeItem[];
}

export interface IssueRecord {
  id: string;
  key: string;
  projectId: string;
  issueTypeId: string;
  statusId: string;
  creatorId: string;
  createdAt: number;
  updatedAt: number;
  statusChangedAt: number;
  resolvedAt: number | null;
  /** Field id to its stored value; an empty field has no entry. */
  values: Record<string, Json>;
  properties: Record<string, Json>;
  comments: CommentRecord[];
  history: HistoryRecord[];
}

/** A link; the source issue shows the outward text, the destination the inward text. */
export interface LinkRecord {
  id: string;
  typeId: string;
  sourceId: string;
  destinationId: string;
}

/** What a queued task is going to do; plain data, so that a snapshot keeps waiting tasks. */
export type TaskWork =
  | { kind: 'transition'; items: { issueId: string; transitionId: string }[] }
  | { kind: 'delete'; issueIds: string[] }
  | {
      kind: 'move';
      items: { issueId: string; projectId: string; issueTypeId: string; statusId: string | null }[];
    }
  | { kind: 'panels'; moduleId: string; items: { projectId: string; pin: boolean }[] }
  | { kind: 'properties'; items: { issueId: string; properties: { key: string; value: Json }[] }[] };

export interface TaskRecord {
  id: string;
  submittedBy: string;
  submittedAt: number;
  /** When its work is done; until then a poll says RUNNING. */
  dueAt: number;
  done: boolean;
  work: TaskWork;
  /** How many issues or projects it is about, and how many of the request were not to be had. */
  total: number;
  inaccessible: number;
  processed: string[];
  /** Id to what went wrong. */
  failed: Record<string, string[]>;
}
