/** Scopes of reports that nobody speaks for any more, such as branches that were deleted. */
import type { ScopeState } from '../../contract/stored/reports';

const unseenMs = 90 * 86_400_000;
/** A family is one stored value. */
const mostScopes = 300;

/** Which scopes are still remembered: those of the last 90 days, and of these the 300 that were reported last. */
export function fadeScopes(
  scopes: readonly ScopeState[],
  now: number,
): { readonly kept: readonly ScopeState[]; readonly faded: readonly ScopeState[] } {
  const newest = scopes.toSorted((one, other) => other.reportedAt - one.reportedAt);
  const isKept = (one: ScopeState, place: number) => place < mostScopes && now - one.reportedAt < unseenMs;
  return { kept: newest.filter(isKept), faded: newest.filter((one, place) => !isKept(one, place)) };
}
