/** Where what holds findings up is mended: a place of the settings, or a place in Jira. */
import type { Role } from './space';

/** A place of the settings. `product` or `rule`: whose own value it is; `field`: a setting of the space, or a field of Jira (its id). */
export interface MendInSettings {
  readonly at: 'spaces' | 'fields';
  readonly role?: Role;
  readonly field?: string;
  readonly product?: string;
  readonly rule?: string;
}

/** `here`: the entry itself asks for a choice or a word. `apps`: where Jira updates apps. */
export type Mend =
  | MendInSettings
  | { readonly at: 'rules'; readonly rule: string }
  | { readonly at: 'issue'; readonly key: string }
  /** The permissions of a Jira space, by the project's id; `name` as people know it. */
  | { readonly at: 'permissions'; readonly project: string; readonly name: string }
  | { readonly at: 'apps' }
  | { readonly at: 'here' };
