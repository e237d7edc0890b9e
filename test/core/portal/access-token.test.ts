import { createHmac } from 'node:crypto';
import { isTokenOf, issueToken } from '../../../src/core/portal/access-token';
import { now } from '../builders';

const token = issueToken('secret', { connection: 'abcdefgh', expiresAt: now });
const [head = '', note = '', mac = ''] = token.split('.');
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each<[string, string, string, string[], number, boolean]>([
  ['is good until it expires', token, 'abcdefgh', ['secret'], now - 1, true],
  ['is no good from the moment it expires', token, 'abcdefgh', ['secret'], now, false],
  ['is good with any secret of the connection', token, 'abcdefgh', ['new', 'secret'], now - 1, true],
  ['is good with the first of several secrets', token, 'abcdefgh', ['secret', 'old'], now - 1, true],
  ['is no good once its secret is gone', token, 'abcdefgh', ['new'], now - 1, false],
  ['is no good without secrets', token, 'abcdefgh', [], now - 1, false],
  ['is no good at another connection', token, 'zzzzzzzz', ['secret'], now - 1, false],
  ['is no good when empty', '', 'abcdefgh', ['secret'], now - 1, false],
  ['is no good without its signature', `${head}.${note}`, 'abcdefgh', ['secret'], now - 1, false],
  ['is no good with anything behind its signature', `${token}.x`, 'abcdefgh', ['secret'], now - 1, false],
  ['is no good when it is no token', 'abc', 'abcdefgh', ['secret'], now - 1, false],
  [
    'is no good with a longer life written into it',
    `${head}.${encoded({ connection: 'abcdefgh', expiresAt: now * 2 })}.${mac}`,
    'abcdefgh',
    ['secret'],
    now - 1,
    false,
  ],
  ['is no good with another version', `v2.${note}.${mac}`, 'abcdefgh', ['secret'], now - 1, false],
  [
    'is no good with a signature of another',
    issueToken('other', { connection: 'abcdefgh', expiresAt: now }),
    'abcdefgh',
    ['secret'],
    now - 1,
    false,
  ],
])('a token %s', (_, given, connection, secrets, at, expected) => {
  expect(isTokenOf(given, connection, secrets, at)).toBe(expected);
});

test('a token of another version is no good though rightly signed', () => {
  const key = createHmac('sha256', 'secret').update('access token').digest();
  const signed = (text: string) => `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  expect(signed(`v1.${note}`)).toBe(token);
  expect(isTokenOf(signed(`v2.${note}`), 'abcdefgh', ['secret'], now - 1)).toBe(false);
});

test('a token is one word that a header can carry, and never holds the secret', () => {
  expect(token).toMatch(/^v1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/);
  expect(Buffer.from(note, 'base64url').toString()).not.toContain('secret');
});
