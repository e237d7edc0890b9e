import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { isRecent, isSignedBy, sameText, sign, type SignedMessage } from '../../../src/core/portal/signature';

const secret = `whsec_${Buffer.from('a key of twenty-four by').toString('base64')}`;
const other = `whsec_${Buffer.from('another key of some byte').toString('base64')}`;
const message: SignedMessage = { id: 'msg_1', timestamp: '1768467600', content: '{"findings":[]}' };
const signature = sign(secret, message);

/** What the library says, whose own clock is set to the message's time. */
function libraryAccepts(key: string, { id, timestamp, content }: SignedMessage, signatures: string): boolean {
  const clock = Date.now;
  Date.now = () => Number(timestamp) * 1000;
  try {
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures };
    new Webhook(key).verify(content, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  } finally {
    Date.now = clock;
  }
}

const anySecret = fc
  .uint8Array({ minLength: 24, maxLength: 64 })
  .map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`);
const anyMessage: fc.Arbitrary<SignedMessage> = fc.record({
  id: fc.stringMatching(/^[a-zA-Z0-9_-]{1,40}$/),
  timestamp: fc.integer({ min: 1_000_000_000, max: 2_000_000_000 }).map(String),
  content: fc.string({ unit: 'grapheme' }),
});

describe('against the library of Standard Webhooks', () => {
  test('what we sign it verifies', () => {
    fc.assert(
      fc.property(anySecret, anyMessage, (key, any) => {
        expect(libraryAccepts(key, any, sign(key, any))).toBe(true);
      }),
    );
  });

  test('what it signs we verify', () => {
    fc.assert(
      fc.property(anySecret, anyMessage, (key, any) => {
        const signed = new Webhook(key).sign(any.id, new Date(Number(any.timestamp) * 1000), any.content);
        expect(isSignedBy([key], any, signed)).toBe(true);
        expect(sign(key, any)).toBe(signed);
      }),
    );
  });

  test('what either refuses the other refuses', () => {
    const variants: [string, SignedMessage, string][] = [
      [other, message, signature],
      [secret, { ...message, content: '{"findings":[1]}' }, signature],
      [secret, { ...message, id: 'msg_2' }, signature],
      [secret, { ...message, timestamp: '1768467601' }, signature],
      [secret, message, ''],
      [secret, message, signature.slice(0, -1)],
      [secret, message, signature.replace('v1,', 'v2,')],
    ];
    for (const [key, any, signatures] of variants) {
      expect(libraryAccepts(key, any, signatures)).toBe(false);
      expect(isSignedBy([key], any, signatures)).toBe(false);
    }
  });
});

describe('a message', () => {
  const wrong = sign(other, message);
  test.each<[string, readonly string[], string, boolean]>([
    ['is taken with one good signature among several', [secret], `${wrong} v1a,abc ${signature}`, true],
    ['is taken with the first of several', [secret], `${signature} ${wrong}`, true],
    ['is refused when all of several are wrong', [secret], `${wrong} ${wrong}`, false],
    ['is taken with the new secret after a rotation', [secret, other], signature, true],
    ['is taken with the previous secret during the overlap', [other, secret], signature, true],
    ['is refused without secrets', [], signature, false],
    ['is refused without a signature', [secret], '', false],
    ['is taken with the tenth signature', [secret], `${`${wrong} `.repeat(9)}${signature}`, true],
    [
      'is refused with more signatures than anybody sends',
      [secret],
      `${`${wrong} `.repeat(10)}${signature}`,
      false,
    ],
  ])('%s', (_, secrets, signatures, expected) => {
    expect(isSignedBy(secrets, message, signatures)).toBe(expected);
  });

  test('carries the version of its signature', () => {
    expect(signature).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  });
});

describe('a timestamp', () => {
  const now = 1_768_467_600_000;
  test.each<[string, number, boolean]>([
    ['1768467600', now, true],
    ['1768467300', now, true],
    ['1768467299', now, false],
    ['1768467900', now, true],
    ['1768467901', now, false],
    ['1768467300', now + 1, false],
    ['1768467900', now - 1, false],
    ['1768467600.5', now, false],
    [' 1768467600', now, false],
    ['1768467600 ', now, false],
    ['+1768467600', now, false],
    ['0x6968b190', now, false],
    ['', now, false],
    ['', 0, false],
    ['0', 0, true],
    ['now', now, false],
    ['NaN', now, false],
    ['1768467600000', now, false],
    ['000000000001', 0, true],
    ['0000000000001', 0, false],
  ])('of "%s" at %d is recent: %s', (timestamp, at, expected) => {
    expect(isRecent(timestamp, at)).toBe(expected);
  });
});

test('texts are the same only when they are equal', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(sameText(a, a)).toBe(true);
      expect(sameText(a, b)).toBe(a === b);
      expect(sameText(a, `${a} `)).toBe(false);
    }),
  );
});
