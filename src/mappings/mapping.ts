import type { FieldRow } from '../contract/field-mapping';
import type { Finding, Lifecycle } from '../contract/finding';
import type { GroupMember } from '../contract/group';
import type { FieldOwner, Role, Space } from '../contract/settings';
import type { FieldMeta } from '../core/jira/issue';
import type { DraftField } from '../core/sync/fields';
import type { Lookups } from './lookups';
import type { Scoped } from './templates/scope';
import type { Templates } from './templates/templates';
import type { ChosenTemplate } from './templates/write-issue';

/** What a mapping may look at. */
export interface MappingInput {
  readonly finding: Finding;
  /** The findings that it stands for, worst first, where it is a group. */
  readonly members?: readonly GroupMember[];
  readonly lifecycle: Lifecycle;
  /** The key of the connection that the finding came from. */
  readonly connection: string;
  readonly role: Role;
  readonly space: Space;
  /** The account of an e-mail address of the finding's assignee; null: not yet. */
  readonly accountOf: (email: string) => string | null | undefined;
  readonly lookups: Lookups;
  /** The create screen of the issue type, by Jira's ids; empty where no row needs it. */
  readonly screen: ReadonlyMap<string, FieldMeta>;
  readonly templates: Templates;
  /** What the issue is written by, where no row says otherwise. */
  readonly template: ChosenTemplate;
  /** The ids of the components that the issue gets. */
  readonly components: readonly string[];
}

/** One way a finding shapes a field of an issue. */
export interface Shaping {
  /** The value to send; undefined leaves the field alone, a null value empties it. */
  readonly draft: (input: MappingInput) => DraftField | undefined;
  /** Brings a value read from Jira into the form that drafts are compared in. */
  readonly read: (raw: unknown) => unknown;
}

/** A shaping that the app has by itself. */
export interface BuiltIn extends Shaping {
  /** Jira's id of the field; undefined when the space does not use it. */
  readonly jiraField: (space: Space) => string | undefined;
}

/** How one field of the issues of a space gets its value. */
export interface Mapping extends Shaping {
  /** Jira's id of the field. */
  readonly field: string;
  readonly owner: FieldOwner;
  /** The row of the settings that says so; absent: the app does it by itself. */
  readonly row?: FieldRow;
}

/** The mappings of a space by Jira's id of their field. */
export type Mappings = ReadonlyMap<string, Mapping>;

/** The id of a Jira value such as a priority or a component, else null. */
export function idOf(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' ? id : null;
}

/** What templates are told of. */
export function scopedOf({ finding, role, space }: MappingInput): Scoped {
  return { finding, role, language: space.language };
}
