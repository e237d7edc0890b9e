/** The one call of the project page; what it shows it reads from Jira itself. */
import { z } from 'zod';
import type { ApiError } from './api';
import { panelInputs } from './panel-calls';

/** So many issues at most in one call. */
export const mostRetests = 20;

export const projectPageInputs = {
  /** Issues by their ids, and one reason for all. */
  'page.retest': panelInputs['panel.retest'].extend({
    issues: z
      .array(z.string().regex(/^\d{1,20}$/, 'must be ids of issues'))
      .min(1)
      .max(mostRetests),
  }),
} as const;

/** `other`: not there, not to be seen by this person, or no finding's: all answered alike. */
export const retestRefusals = ['unheard', 'busy', 'other'] as const;

/** What came of an issue; without `because` the retest is asked for. Issues left out were not come to: ask again. */
export interface RetestOutcome {
  readonly issue: string;
  readonly because?: (typeof retestRefusals)[number];
}
export type ProjectPageAnswer =
  { readonly outcomes: readonly RetestOutcome[] } | { readonly error: ApiError };
