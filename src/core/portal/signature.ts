/** Standard Webhooks (https://www.standardwebhooks.com): signing and checking, in constant time. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const secretPrefix = 'whsec_';
/** How far a timestamp may be from now, in seconds. */
export const toleranceSeconds = 300;

export interface SignedMessage {
  readonly id: string;
  /** Seconds since the epoch, as sent. */
  readonly timestamp: string;
  /** The raw body, or `GET <path>` for a call without one. */
  readonly content: string;
}

/** `v1,<base64>` over `id.timestamp.content`. */
export function sign(secret: string, message: SignedMessage): string {
  return signatureOf(secret, bytesOf(message));
}

function bytesOf({ id, timestamp, content }: SignedMessage): Buffer {
  return Buffer.from(`${id}.${timestamp}.${content}`);
}

function signatureOf(secret: string, message: Buffer): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(message).digest('base64')}`;
}

/** SHA-256 in base64. */
const wellFormed = /^v1,[A-Za-z0-9+/]{43}=$/;

/**
 * True when one of the space-separated signatures was made with one of the secrets. The message is only read where one
 * of them looks like a signature at all.
 */
export function isSignedBy(secrets: readonly string[], message: SignedMessage, signatures: string): boolean {
  const given = signatures.split(' ', 10).filter((one) => wellFormed.test(one));
  if (given.length === 0) return false;
  const bytes = bytesOf(message);
  return secrets
    .map((secret) => signatureOf(secret, bytes))
    .flatMap((expected) => given.map((one) => sameText(expected, one)))
    .includes(true);
}

/** True when the timestamp is a whole number of seconds within the tolerance of `now` (ms). */
export function isRecent(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= toleranceSeconds;
}

/** Compares without telling by time where the difference is. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
