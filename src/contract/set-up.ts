/** How far an admin is with setting the app up: each part is told by what really happened, not by what was looked at. */
import { z } from 'zod';
import type { Check } from './check';
import type { Role } from './space';

/** Jira shows a panel in so many projects with one call. */
export const mostPanels = 1000;

/** What only the set-up itself remembers; everything else is read where it happens. */
export const SetUpMemory = z.object({
  /** When (ms) Jira said that it shows the panel on a project's issues, by the project's id. */
  panels: z.record(z.string(), z.number().int()).default({}),
  /** The record of the first finding that got its issues. */
  first: z.string().optional(),
  /** Since when (ms) the list is put away. */
  closedAt: z.number().int().optional(),
  /** Up to which version of their identity all issues were brought; absent: the first. */
  aliases: z.number().int().optional(),
});
export type SetUpMemory = z.infer<typeof SetUpMemory>;

/** What each call takes. */
export const setUpInputs = {
  'setUp.get': z.object({}),
  /** Asks Jira whether issues can be made in the spaces that every product inherits. */
  'setUp.test': z.object({}),
  /** Jira said that it shows the panel on the issues of these projects (ids). */
  'setUp.panelShown': z.object({ projects: z.array(z.string().min(1).max(64)).min(1).max(mostPanels) }),
  /** Puts the list away; only once a finding has its issues. */
  'setUp.close': z.object({}),
} as const;

/** The first finding that got its issues, with their keys. */
export interface FirstFinding {
  readonly id: string;
  readonly title: string;
  readonly issues: readonly string[];
}

/** What each call answers. */
export interface SetUpOutputs {
  'setUp.get': {
    first?: FirstFinding;
    /** Ids of the projects on whose issues Jira shows the panel. */
    panels: string[];
    closed: boolean;
  };
  'setUp.test': { spaces: { role: Role; checks: Check[] }[] };
  'setUp.panelShown': { shown: true };
  'setUp.close': { closed: boolean };
}
