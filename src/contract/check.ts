import type { Message } from './messages/message';

/** One checked thing of a connection test or a space. `unverified` is never shown green. */
export interface Check {
  readonly what: Message;
  /** The product whose own space it is about. */
  readonly product?: string;
  /** The issue type it is about, where the space uses several. */
  readonly issueType?: string;
  readonly result: 'ok' | 'problem' | 'unverified';
  /** When what `detail` tells was (ms); alone, it is all there is to tell. */
  readonly at?: number;
  readonly detail?: Message;
  readonly fix?: Message;
}
