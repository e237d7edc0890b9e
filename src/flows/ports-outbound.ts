/** What the flows need to deliver events: how a portal hears, how far it got, and the way out. */
import type { PushAnswer } from '../contract/outbound';
import type { Receipt } from './ports-outbox';
import type { Delivery, Outbound, OutboundSecrets } from '../contract/stored/outbound';

export interface Outbounds {
  /** Without settings of its own a connection sends nothing anywhere. */
  get(connection: string): Promise<Outbound>;
  put(connection: string, outbound: Outbound): Promise<void>;
  secrets(connection: string): Promise<OutboundSecrets>;
  putSecrets(connection: string, secrets: OutboundSecrets): Promise<void>;
  delivery(connection: string): Promise<Delivery>;
  /**
   * Changes it as it lies in storage, whoever else changes it: `changed` may be asked again. Answers what it became.
   * `receipt`: how far the portal has heard by that, noted in the same write.
   */
  change(connection: string, changed: (before: Delivery) => Delivery, receipt?: Receipt): Promise<Delivery>;
  forget(connection: string): Promise<void>;
}

/** One request to an address outside. */
export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `retryAfter`: seconds that the answer asks to wait. `unapproved`: the platform did not let the request out. */
export interface PostAnswer extends PushAnswer {
  readonly retryAfter?: number;
  readonly unapproved?: true;
  /** No credentials were to be had: that says nothing about what was to be sent. */
  readonly noToken?: true;
  /** The whole answer, up to 64 KB: only for what is read by a machine. */
  readonly body?: string;
}

/** The way out: only to addresses that an admin of Atlassian approved. */
export interface Outside {
  /** Never throws: whatever happens is an answer. Redirects are none that is followed. */
  post(request: PostRequest): Promise<PostAnswer>;
  /** Whether the platform lets requests to this address out, as far as the app can know. */
  isApproved(url: string): boolean;
}
