import type { WaitingFindings } from '#contract/activity';
import type { ConnectionView } from '#contract/api';
import { taskConnection } from '#contract/tasks';
import { sum } from './totals';

/** How a connection stands. Switched off wins over paused; `waiting` has never called with right credentials. */
export type ConnectionStanding = 'on' | 'off' | 'paused' | 'waiting';

/** The standing of a connection, from what the backend says of it. */
export function standingOf(
  connection: Pick<ConnectionView, 'enabled' | 'paused' | 'lastCallAt'>,
): ConnectionStanding {
  if (!connection.enabled) return 'off';
  if (connection.paused) return 'paused';
  return connection.lastCallAt === undefined ? 'waiting' : 'on';
}

/** Whether the last that was heard of its portal were wrong credentials. */
export function isLockedOut({
  enabled,
  lastCallAt,
  lastError,
}: Pick<ConnectionView, 'enabled' | 'lastCallAt' | 'lastError'>): boolean {
  return enabled && lastError?.status === 401 && lastError.at > (lastCallAt ?? 0);
}

/** Those that take calls and hold back what they bring. */
export function pausedConnections<Of extends Parameters<typeof standingOf>[0]>(
  connections: readonly Of[],
): Of[] {
  return connections.filter((connection) => standingOf(connection) === 'paused');
}

/** What is being worked off: all that waits, but for what is paused or archived. Undefined: nothing. */
export function onTheirWay(
  waiting: readonly WaitingFindings[],
  connections: readonly Pick<ConnectionView, 'key' | 'paused'>[],
): Omit<WaitingFindings, 'connection'> | undefined {
  const working = new Set(connections.filter(({ paused }) => !paused).map(({ key }) => key));
  const mine = waiting.filter(({ connection }) => working.has(connection) || connection === taskConnection);
  if (mine.length === 0) return undefined;
  const isLess = mine.some(({ more }) => more === true);
  return { findings: sum(mine.map(({ findings }) => findings)), ...(isLess && { more: true }) };
}
