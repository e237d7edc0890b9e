/** What can be said about a connection from inside: the live call is the portal's to make. */
import type { Check } from '../../contract/api';
import type { Connection, ConnectionPulse } from '../../contract/connection';
import { ok, plain, unverified, wrong } from './check';

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
      ? ok({ code: 'aboutCredentials' })
      : wrong({ code: 'aboutCredentials' }, { code: 'noCredentials' }, { code: 'makeSecret' }),
    connection.enabled
      ? ok({ code: 'aboutSwitchedOn' })
      : wrong({ code: 'aboutSwitchedOn' }, { code: 'isOff' }, { code: 'switchOn' }),
    ...(connection.paused ? [wrong({ code: 'aboutPaused' }, { code: 'isPaused' }, { code: 'goOn' })] : []),
    pulse.lastCallAt === undefined
      ? unverified({ code: 'aboutLastCall' }, { code: 'neverCalled' }, { code: 'howToCall' })
      : ok({ code: 'aboutLastCall' }, plain(new Date(pulse.lastCallAt).toISOString())),
    ...lastError(pulse, now),
  ];
}

/** An error that was followed by a good call is history. */
function lastError({ lastCallAt, lastError: error }: ConnectionPulse, now: number): Check[] {
  if (!error || now - error.at > recentMs) return [];
  const what = { code: 'aboutLastError' } as const;
  const { status, message: answer } = error;
  const told = { at: new Date(error.at).toISOString(), status, answer };
  return (lastCallAt ?? 0) > error.at
    ? [ok(what, { code: 'failedBefore', ...told })]
    : [wrong(what, { code: 'failedCall', ...told }, { code: 'correctPortal' })];
}
