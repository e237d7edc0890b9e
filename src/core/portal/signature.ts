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
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  const text = `${message.id}.${message.timestamp}.${message.content}`;
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
}

/** True when one of the space-separated signatures was made with one of the secrets. */
export function isSignedBy(secrets: readonly string[], message: SignedMessage, signatures: string): boolean {
  const given = signatures.split(' ').slice(0, 10);
  return secrets
    .map((secret) => sign(secret, message))
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
