/** What the flows need of the outbox: numbered events of each connection, and how far its portal has heard. */
import type { Connection } from '../contract/connection';
import type { LinkRecord } from '../contract/link-record';
import type { OutboxBlock, StoredEvent } from '../contract/stored/outbox';

export interface RecordChange {
  readonly key: string;
  readonly record: LinkRecord;
  /** The version that must still stand; undefined: no record must exist. */
  readonly expected: number | undefined;
}

/** Events that one record owes, and the record as it is once they have numbers. */
export interface Numbering {
  readonly events: readonly StoredEvent[];
  readonly changeFor: (first: number) => RecordChange;
}

export interface NumberedEvent {
  readonly n: number;
  readonly event: StoredEvent;
}

/** `older`, `newer`: no such number is kept any more, or was given yet. */
export type OutboxPage = readonly NumberedEvent[] | 'older' | 'newer';

/** Numbers given so far: the first that is kept, and the next to be given. */
export interface OutboxReach {
  readonly oldest: number;
  readonly next: number;
}

/** How far a portal has heard, and when (ms). */
export interface Receipt {
  readonly n: number;
  readonly at: number;
}

export interface Outbox {
  /** How the portal of a connection hears; undefined: not at all. Remembered for the invocation. */
  hears(connection: string): Promise<Pick<Connection, 'hears' | 'events'> | undefined>;
  /**
   * Gives events their numbers and saves their records, both or neither; answers the records that were saved. The others
   * were changed by somebody else, or others took the numbers too often.
   */
  append(connection: string, numberings: readonly Numbering[]): Promise<RecordChange[]>;
  /** Up to a hundred events after a number, in order. */
  read(connection: string, after: number): Promise<OutboxPage>;
  reach(connection: string): Promise<OutboxReach>;
  /** Nothing before now is told: a number is left out, so that who read up to here learns of the gap. */
  beginAnew(connection: string): Promise<void>;
  /** What the portal received, oldest first: the last few hundred times. */
  receipts(connection: string): Promise<Receipt[]>;
  noteReceipt(connection: string, receipt: Receipt): Promise<void>;
  /** Erases some of what was numbered before then (ms); answers whether there may be more. */
  eraseBefore(connection: string, before: number): Promise<boolean>;
  /** Erases some of all of a connection; answers whether there may be more. */
  forget(connection: string): Promise<boolean>;
  /** Blocks of a connection, a page at a time. */
  walk(connection: string, cursor?: string): Promise<{ blocks: OutboxBlock[]; next?: string }>;
  /** Puts a block in its own place without the people that had to be erased. */
  rewrite(connection: string, block: OutboxBlock): Promise<void>;
}
