import type { Guard } from '../../contract/settings';
import type { KnownResult } from '../../contract/stored/known-results';

/** Whether a complete report would resolve so much that an admin has to look first. */
export function isTooMuch({ share, number }: Guard, resolves: number, open: number): boolean {
  return share > 0 && number > 0 && open > number && resolves > open * share;
}

/** Whether a result is there and its finding open, as far as reports tell. */
export function isOpen({ goneAt, shut }: KnownResult): boolean {
  return goneAt === undefined && shut !== true;
}
