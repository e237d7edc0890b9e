/** What deleting would do to the issues of rejected findings, told before it does. */
import type { Role } from './settings';

/**
 * `waiting`: the grace is not over. `running`: the grace has begun, else it begins when the portal next sends the
 * finding, since deleting was off when it came.
 */
export type Deletion =
  | { readonly kind: 'delete'; readonly running: boolean }
  | { readonly kind: 'spared'; readonly why: 'adopted' | 'worked_on' }
  | { readonly kind: 'waiting'; readonly until: number; readonly running: boolean };

export interface DeletionRow {
  readonly connection: string;
  readonly finding: string;
  readonly product: string;
  readonly title: string;
  readonly role: Role;
  readonly issue: string;
  readonly deletion: Deletion;
}

export interface DeletingPreview {
  /** At most 100, those to be deleted first; `totals` count all that were looked at. */
  readonly rows: DeletionRow[];
  readonly totals: { delete: number; worked_on: number; adopted: number; waiting: number };
  /** How many rejected findings with issues were looked at, and whether these were all. */
  readonly looked: number;
  readonly complete: boolean;
}
