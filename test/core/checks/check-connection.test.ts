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
const lastCall = { what: 'Last call', result: 'ok', at: now };

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
      what: 'Switched off',
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
  const errorAt = (at: number, lastCallAt: number | undefined, status = 422) =>
    check(
      {},
      {
        lastError: { at, status, message: 'No title.' },
        ...(lastCallAt === undefined ? {} : { lastCallAt }),
      },
    )
      .filter(({ what }) => what === 'Last error')
      .map(({ what: _, ...told }) => told);
  const fix = 'Correct what the message names in the portal, then test again.';
  const problem = (at: number) => [
    { result: 'problem', at, detail: 'The call was answered: No title. (422)', fix },
  ];
  const history = {
    result: 'ok',
    at: now,
    detail: 'A call was answered: No title. (422) Others came through since.',
  };

  test.each<[string, number, number | undefined, object[]]>([
    ['is a problem while no call came through since', now, now - 1, problem(now)],
    ['is a problem when it was the last call itself', now, now, problem(now)],
    ['is a problem when no call ever came through', now, undefined, problem(now)],
    ['is history once a call came through', now, now + 1, [history]],
    ['is told for a day', now - dayMs, now - dayMs, problem(now - dayMs)],
    ['is forgotten after a day', now - dayMs - 1, now - dayMs - 1, []],
  ])('%s', (_, at, lastCallAt, expected) => {
    expect(errorAt(at, lastCallAt)).toEqual(expected);
  });

  test('of wrong credentials says how to give the right ones', () => {
    expect(errorAt(now, now - 1, 401)[0]?.fix).toMatch(
      /^Correct what the message names: give the portal the secret/,
    );
  });

  test.each([
    ['a call for something that is not there', 404, /One such call does no harm\./],
    ['a call with another method', 405, /One such call does no harm\./],
    ['a portal that is asked to wait', 429, /send it again later/],
    ['a moment in which the app could not answer', 503, /send it again later/],
  ])('%s is told, and is no problem to fix', (_, status, words) => {
    const [told] = errorAt(now, now, status);
    expect(told?.result).toBe('ok');
    expect(told?.detail).toMatch(words);
    expect(told?.fix).toBeUndefined();
  });
});
