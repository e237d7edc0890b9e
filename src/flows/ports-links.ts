/** What is stored of findings: their link records and their last snapshots. */
import type { Finding } from '../contract/finding';
import type { LinkRecord } from '../contract/link-record';
import type { RecordChange } from './ports-outbox';

export interface RecordPage {
  readonly records: { readonly key: string; readonly record: LinkRecord }[];
  /** Where to go on; absent: that was all. */
  readonly next?: string;
  /** Storage units that reading cost. */
  readonly units: number;
}

/** A record under its new key, in place of its old one, whose version must still stand. */
export interface Rekey {
  readonly from: string;
  readonly expected: number;
  readonly to: string;
  readonly record: LinkRecord;
}

export interface Links {
  getMany(keys: readonly string[]): Promise<Map<string, LinkRecord>>;
  /** Compare-and-set; answers the keys that were written. The others were changed by somebody else. */
  saveMany(changes: readonly RecordChange[]): Promise<Set<string>>;
  /** All of at most 25 changes or none of them; false when somebody else changed one of the records. */
  saveTogether(changes: readonly RecordChange[]): Promise<boolean>;
  /** Records that are due, oldest first. */
  due(before: number, limit: number): Promise<{ key: string; record: LinkRecord }[]>;
  /** A page of what a cause holds up, and of what is tried again and not yet decided. */
  heldPage(cause: string, cursor?: string, limit?: number): Promise<RecordPage>;
  ofProduct(connection: string, product: string, cursor?: string): Promise<RecordPage>;
  /** Up to so many (100 at most) records of a product, those with the newest snapshots first. */
  newestOf(
    connection: string,
    product: string,
    limit: number,
  ): Promise<{ key: string; record: LinkRecord }[]>;
  /** A page of a hundred records, those with the newest snapshots first. */
  newest(cursor?: string): Promise<RecordPage>;
  /** All records, in an order that stays, with at most 100 issues a page. */
  walk(cursor?: string): Promise<RecordPage>;
  /** Findings that were last sent with this status and have issues that are still there. */
  withStatus(status: string, cursor?: string): Promise<RecordPage>;
  /** How many records a connection has, counted up to a limit. */
  countOf(connection: string, upTo: number): Promise<number>;
  /** A page of a hundred records of a connection. @throws BadCursor when storage does not know the place */
  pageOf(connection: string, cursor?: string): Promise<RecordPage>;
  /** Up to so many (100 at most) records of a connection. */
  ofConnection(connection: string, limit: number): Promise<{ key: string; record: LinkRecord }[]>;
  /**
   * Moves records with their pointers to other keys, each at once or not at all; answers the old keys of those that
   * were moved. The others were changed by somebody else, or lie at their new key already.
   */
  rekey(moves: readonly Rekey[], at: number): Promise<Set<string>>;
  /** Forgets records for good. */
  forget(keys: readonly string[]): Promise<void>;
}

/** The last snapshots of findings by their records' keys: masked, and of people only accounts. */
export interface Snapshots {
  /** Those that are there. */
  readMany(keys: readonly string[]): Promise<Map<string, Finding>>;
  writeMany(findings: ReadonlyMap<string, Finding>): Promise<void>;
  forget(keys: readonly string[]): Promise<void>;
  /** The accounts that they name, and since when (ms). */
  people(): Promise<Map<string, number>>;
  /** From then on no snapshot names these accounts. */
  forgetPeople(accounts: readonly string[]): Promise<void>;
}
