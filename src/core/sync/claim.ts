/** The wait after a create whose outcome is unknown: the index lags, so one empty search proves nothing. */
import type { Claim } from '../../contract/link-record';

/** When the first and the second search run, in milliseconds after the create call. */
export const searchDelays = [30_000, 180_000] as const;

export type ClaimStep =
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'search' }
  | { readonly kind: 'create' };

/** What to do now about an outstanding claim. Only two empty searches allow another create. */
export function nextClaimStep(claim: Claim, now: number): ClaimStep {
  const delay = searchDelays[claim.searches];
  if (delay === undefined) return { kind: 'create' };
  const until = claim.at + delay;
  return now < until ? { kind: 'wait', until } : { kind: 'search' };
}
