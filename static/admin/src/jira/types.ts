import type { FieldType } from '#contract/field-types';

/** What the page knows of Jira's things; the readers beside this file fetch them. */

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Project extends Named {
  readonly key: string;
}

export interface IssueType extends Named {
  readonly subtask: boolean;
}

/** Jira's own names for the three columns of any workflow. */
export type StatusCategory = 'new' | 'indeterminate' | 'done' | 'undefined';

export interface JiraStatus extends Named {
  readonly category: StatusCategory;
}

export interface JiraPriority extends Named {
  readonly iconUrl?: string;
}

/** One field of a create screen. */
export interface ScreenField extends Named {
  readonly required: boolean;
  /** Jira fills it by itself. */
  readonly hasDefault: boolean;
  /** Jira's type of the value, for example "string", "option" or "array". */
  readonly type: string;
  /** The type of the values in an array. */
  readonly items?: string;
  /** How the app fills it. */
  readonly fieldType: FieldType;
  /** Text with formatting, which Jira takes as a document. */
  readonly isRich: boolean;
  /** Undefined: anything of the type may be sent. */
  readonly allowed?: readonly Named[];
}

/** What the create screen of an issue type offers. A part that is undefined is not on that screen. */
export interface CreateFields {
  /** By the project's priority scheme, in its order: highest first. */
  readonly priorities?: readonly JiraPriority[];
  readonly components?: readonly Named[];
  readonly securityLevels?: readonly Named[];
  readonly dateFields: readonly Named[];
  readonly assignee: boolean;
  readonly all: readonly ScreenField[];
}

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
}
