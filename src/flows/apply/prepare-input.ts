import type { Lookups } from '../../mappings/lookups';
import type { Templates } from '../../mappings/templates/templates';
import type { Calendar } from '../../core/sla/calendar';
import type { Decided } from './decided';
import type { Screens } from './read-screens';

/** All that a job is made of. */
export interface PrepareInput extends Decided {
  readonly owner: string;
  /** An older snapshot that nobody worked off said something else. */
  readonly turned?: boolean;
  /** The portal is told what happens in Jira. */
  readonly hears?: boolean;
  /** The portal says it knowing what Jira meant: what it says holds, though it is what it had said before. */
  readonly insists?: boolean;
  readonly accountOf: (email: string) => string | null | undefined;
  /** Nothing but Jira's search says that the assignee's account is the one that is meant. */
  readonly isUnconfirmed?: boolean;
  readonly screens: Screens;
  readonly named: Lookups;
  readonly templates: Templates;
  /** Of the clocks. */
  readonly calendar: Calendar;
  readonly now: number;
}
