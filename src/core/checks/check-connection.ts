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
      ? ok({ code: 'aboutCredentials' })
      : wrong({ code: 'aboutCredentials' }, { code: 'noCredentials' }, { code: 'makeSecret' }),
    connection.enabled
      ? ok({ code: 'aboutSwitchedOn' })
      : wrong({ code: 'aboutSwitchedOff' }, { code: 'isOff' }, { code: 'switchOn' }),
    ...(connection.paused ? [wrong({ code: 'aboutPaused' }, { code: 'isPaused' }, { code: 'goOn' })] : []),
    pulse.lastCallAt === undefined
      ? unverified({ code: 'aboutLastCall' }, { code: 'neverCalled' }, { code: 'howToCall' })
      : { ...ok({ code: 'aboutLastCall' }), at: pulse.lastCallAt },
    ...lastError(pulse, now),
  ];
}

/** What the caller got no answer for because it is not there: one such call says nothing about the others. */
const notThere = [404, 405, 410];
/** Whoever gets these sends the call again. */
const sentAgain = [429, 503];

/** An error that was followed by a good call is history. */
function lastError({ lastCallAt, lastError: error }: ConnectionPulse, now: number): Check[] {
  if (!error || now - error.at > recentMs) return [];
  const { at, status, message: answer } = error;
  const what = { code: 'aboutLastError' } as const;
  if ((lastCallAt ?? 0) > at) return [{ ...ok(what, { code: 'failedBefore', status, answer }), at }];
  if (notThere.includes(status)) return [{ ...ok(what, { code: 'strayCall', status, answer }), at }];
  if (sentAgain.includes(status)) return [{ ...ok(what, { code: 'askedToWait', status, answer }), at }];
  const code = status === 401 ? 'correctSecret' : 'correctPortal';
  return [{ ...wrong(what, { code: 'failedCall', status, answer }, { code }), at }];
}
