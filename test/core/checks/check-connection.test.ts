import { Connection, type ConnectionPulse } from '../../../src/contract/connection';
import { checkConnection } from '../../../src/core/checks/check-connection';
import { dayMs, now } from '../builders';
import { checkInEnglish } from '../../support/english';

const connection = Connection.parse({
  key: 'abcdefgh',
  name: 'Portal',
  method: 'signature',
  enabled: true,
  createdAt: now,
  createdBy: 'admin',
});
const check = (more: Partial<Connection> = {}, pulse: ConnectionPulse = { lastCallAt: now }, has = true) =>
  checkConnection({ ...connection, ...more }, has, pulse, now).map(checkInEnglish);
const credentials = { what: 'Credentials', result: 'ok' };
const switchedOn = { what: 'Switched on', result: 'ok' };
const lastCall = { what: 'Last call', result: 'ok', detail: '2026-01-15T09:00:00.000Z' };

test('a connection that is called is in order', () => {
  expect(check()).toEqual([credentials, switchedOn, lastCall]);
});

test('a connection that was never called is not verified', () => {
  expect(check({}, {})).toEqual([
    credentials,
    switchedOn,
    {
      what: 'Last call',
      result: 'unverified',
      detail: 'This portal has not called yet.',
      fix: 'Send it the address and the secret, or paste the command of the connection into a terminal.',
    },
  ]);
});

test('what keeps calls out or back is a problem with its fix', () => {
  expect(check({ enabled: false, paused: true }, { lastCallAt: now }, false)).toEqual([
    {
      what: 'Credentials',
      result: 'problem',
      detail: 'No credentials are stored, so no call is let in.',
      fix: 'Make a new secret.',
    },
    {
      what: 'Switched on',
      result: 'problem',
      detail: 'The connection is switched off: every call is refused.',
      fix: 'Switch it on.',
    },
    {
      what: 'Paused',
      result: 'problem',
      detail: 'Findings are accepted and held back.',
      fix: 'Go on with the connection.',
    },
    lastCall,
  ]);
});

describe('the last error', () => {
  const errorAt = (at: number, lastCallAt: number | undefined) =>
    check(
      {},
      {
        lastError: { at, status: 422, message: 'no title' },
        ...(lastCallAt === undefined ? {} : { lastCallAt }),
      },
    )
      .filter(({ what }) => what === 'Last error')
      .map(({ result, detail }) => `${result} ${detail ?? ''}`);
  const told = '2026-01-15T09:00:00.000Z: 422, no title';
  const dayAgo = '2026-01-14T09:00:00.000Z: 422, no title';

  test.each<[string, number, number | undefined, string[]]>([
    ['is a problem while no call came through since', now, now - 1, [`problem ${told}`]],
    ['is a problem when it was the last call itself', now, now, [`problem ${told}`]],
    ['is a problem when no call ever came through', now, undefined, [`problem ${told}`]],
    ['is history once a call came through', now, now + 1, [`ok ${told} Calls came through since.`]],
    ['is told for a day', now - dayMs, now - dayMs, [`problem ${dayAgo}`]],
    ['is forgotten after a day', now - dayMs - 1, now - dayMs - 1, []],
  ])('%s', (_, at, lastCallAt, expected) => {
    expect(errorAt(at, lastCallAt)).toEqual(expected);
  });

  test('says what to do', () => {
    const fix = 'Correct what the message names in the portal, then test again.';
    expect(check({}, { lastError: { at: now, status: 401, message: 'x' } }).at(-1)?.fix).toBe(fix);
  });
});
