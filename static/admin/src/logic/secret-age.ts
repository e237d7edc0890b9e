/** How old a connection's secret may become before its admin is nudged to replace it. */
import type { ConnectionView } from '#contract/api';

export const secretDays = 90;
const dayMs = 24 * 60 * 60_000;

/** Since when the newest secret holds (ms), its age in whole days, and whether it is time for another. */
export function secretAge(
  { secretAt, createdAt }: Pick<ConnectionView, 'secretAt' | 'createdAt'>,
  now: number,
): { readonly since: number; readonly days: number; readonly isOld: boolean } {
  const since = secretAt ?? createdAt;
  const days = Math.max(0, Math.floor((now - since) / dayMs));
  return { since, days, isOld: days >= secretDays };
}
