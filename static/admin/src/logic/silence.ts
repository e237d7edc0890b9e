/** For how long a connection that used to call may be silent before its admin is told. */
import type { ConnectionView } from '#contract/api';
import { standingOf } from './standing';

export const silentDays = 7;
const dayMs = 24 * 60 * 60_000;

/** Since how many whole days it is silent; undefined: it is not, or does not have to call. */
export function silentFor(
  connection: Pick<ConnectionView, 'enabled' | 'paused' | 'lastCallAt'>,
  now: number,
): number | undefined {
  const { lastCallAt } = connection;
  if (standingOf(connection) !== 'on' || lastCallAt === undefined) return undefined;
  const days = Math.floor((now - lastCallAt) / dayMs);
  return days >= silentDays ? days : undefined;
}
