import type { FieldKind, StatusCategory } from '../state/model';

/** A status by name; statuses of company-managed projects are shared by name. */
export interface StatusSpec {
  readonly name: string;
  readonly category: StatusCategory;
}

/** A field on a transition screen. */
export interface ScreenFieldSpec {
  readonly field: string;
  readonly required?: boolean;
}

/** A transition between statuses named by their names. */
export interface TransitionSpec {
  readonly name: string;
  /** Statuses it starts from; without them it is global. */
  readonly from?: readonly string[];
  /** The status it leads to; null stays where it is (looped). */
  readonly to: string | null;
  readonly screen?: readonly ScreenFieldSpec[];
  /** Post function: a resolution by name, 'clear' or 'keep'. By default done statuses set Done, others clear. */
  readonly resolution?: string;
  /** Only accounts in this project role see it. */
  readonly role?: string;
}

/** A workflow; the first status is where issues start. */
export interface WorkflowSpec {
  readonly name: string;
  readonly statuses: readonly StatusSpec[];
  readonly transitions: readonly TransitionSpec[];
}

/** A custom field of a project. */
export interface CustomFieldSpec {
  readonly name: string;
  readonly kind: Exclude<
    FieldKind,
    | 'priority'
    | 'resolution'
    | 'components'
    | 'parent'
    | 'security'
    | 'issuelinks'
    | 'project'
    | 'issuetype'
    | 'readonly'
  >;
  readonly options?: readonly string[];
  /** The second level of a cascading list, by the first. */
  readonly children?: Readonly<Record<string, readonly string[]>>;
  /** Required on the create screen. */
  readonly required?: boolean;
  /** False keeps it off the create screen. */
  readonly onCreate?: boolean;
}

/** A project as an admin sets it up. */
export interface ProjectSpec {
  readonly key: string;
  readonly name: string;
  readonly style?: 'classic' | 'next-gen';
  /** A service project; a software project without it. */
  readonly type?: 'software' | 'service_desk';
  readonly lead?: string;
  readonly issueTypes?: readonly string[];
  readonly workflow?: WorkflowSpec;
  /** Priority names in order; null for a project without the field. */
  readonly priorities?: readonly string[] | null;
  readonly defaultPriority?: string;
  readonly components?: readonly string[];
  readonly versions?: readonly string[];
  readonly customFields?: readonly CustomFieldSpec[];
  /** System fields that are required on the create screen besides the summary. */
  readonly required?: readonly string[];
  /** Fields that are taken off the create screen, for example `issuelinks`. */
  readonly offCreateScreen?: readonly string[];
  readonly securityLevels?: readonly { readonly name: string; readonly roles: readonly string[] }[];
  /** Accounts in the roles Administrators and Members. */
  readonly administrators?: readonly string[];
  readonly members?: readonly string[];
}

/** A person of the site. */
export interface UserSpec {
  readonly accountId: string;
  readonly displayName: string;
  readonly email?: string;
  readonly emailVisible?: boolean;
  readonly globalPermissions?: readonly string[];
}

/** Jira's default software workflow: every status is reached from every other. */
export const DEFAULT_WORKFLOW: WorkflowSpec = {
  name: 'Software Simplified Workflow',
  statuses: [
    { name: 'To Do', category: 'TODO' },
    { name: 'In Progress', category: 'IN_PROGRESS' },
    { name: 'In Review', category: 'IN_PROGRESS' },
    { name: 'Done', category: 'DONE' },
  ],
  transitions: [
    { name: 'To Do', to: 'To Do' },
    { name: 'In Progress', to: 'In Progress' },
    { name: 'In Review', to: 'In Review' },
    { name: 'Done', to: 'Done' },
  ],
};
