/** Signing as a portal does it: with the library that the Standard Webhooks project publishes, not with our own code. */
import { Webhook } from 'standardwebhooks';

export interface Signed {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly timestamp: string;
  readonly content: string;
}

/** The three headers of a signed call. */
export function signedHeaders(secret: string, { id, timestamp, content }: Signed): Record<string, string> {
  const signature = new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), content);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}
