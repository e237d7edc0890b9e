import type { ConnectionView } from '#contract/api';

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
