/** What can be said about a connection from inside: the live call is the portal's to make. */
import type { Check } from '../../contract/api';
import type { Connection, ConnectionPulse } from '../../contract/connection';
import { ok, unverified, wrong } from './check';

const recentMs = 24 * 60 * 60_000;

/** The checks of one connection. */
export function checkConnection(
  connection: Connection,
  hasCredentials: boolean,
  pulse: ConnectionPulse,
  now: number,
): Check[] {
  return [
    hasCredentials
      ? ok('Credentials')
      : wrong('Credentials', 'No credentials are stored, so no call is let in.', 'Make a new secret.'),
    connection.enabled
      ? ok('Switched on')
      : wrong('Switched on', 'The connection is switched off: every call is refused.', 'Switch it on.'),
    ...(connection.paused
      ? [wrong('Paused', 'Findings are accepted and held back.', 'Go on with the connection.')]
      : []),
    pulse.lastCallAt === undefined
      ? unverified(
          'Last call',
          'This portal has not called yet.',
          'Send it the address and the secret, or paste the command of the connection into a terminal.',
        )
      : ok('Last call', new Date(pulse.lastCallAt).toISOString()),
    ...lastError(pulse, now),
  ];
}

/** An error that was followed by a good call is history. */
function lastError({ lastCallAt, lastError: error }: ConnectionPulse, now: number): Check[] {
  if (!error || now - error.at > recentMs) return [];
  const what = 'Last error';
  const detail = `${new Date(error.at).toISOString()}: ${String(error.status)}, ${error.message}`;
  if (lastCallAt !== undefined && lastCallAt > error.at)
    return [ok(what, `${detail} Calls came through since.`)];
  return [wrong(what, detail, 'Correct what the message names in the portal, then test again.')];
}
