import type { Guard } from '../../contract/settings';
import type { ScopeState } from '../../contract/stored/reports';
import type { KnownResult } from '../../contract/stored/known-results';

/** Whether a complete report would resolve so much that an admin has to look first. */
export function isTooMuch({ share, number }: Guard, resolves: number, open: number): boolean {
  return share > 0 && number > 0 && open > number && resolves > open * share;
}

/** Whether a result is there and its finding open, as far as reports tell. */
export function isOpen({ goneAt, shut }: KnownResult): boolean {
  return goneAt === undefined && shut !== true;
}

/**
 * The open ones that a complete report is weighed against. While one waits for an admin's word, what came with it or
 * after it does not count: else the same report would pass when it is sent again, and the right one after a wrong one
 * would not.
 */
export function weighed(known: readonly KnownResult[], state: ScopeState | undefined): KnownResult[] {
  const waitsSince = state?.waits?.since ?? Infinity;
  return known.filter((one) => isOpen(one) && (one.since ?? 0) < waitsSince);
}
