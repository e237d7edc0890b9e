/** What the flows need of the inbox: chunks, reports on their way, what is known of reports, and the bells that ring. */
import type { InboxChunk, PendingChunk, ReceiptHead } from '../contract/inbox';
import type { KnownResult } from '../contract/stored/known-results';
import type { ReportFamily, ScopeState, StoredResult } from '../contract/stored/reports';

/** A chunk as it was read; an unreadable one is there, but shows nothing. */
export type ReadChunk = InboxChunk & { readonly unreadable?: true };

export interface Inbox {
  /** Writes chunk and pending mark together; when it returns, the findings are safe. */
  put(chunk: InboxChunk, mark: PendingChunk): Promise<void>;
  get(ids: readonly string[]): Promise<ReadChunk[]>;
  pending(connection: string, ids: readonly string[]): Promise<Map<string, PendingChunk>>;
  /** Marks of all connections, those of one after those of another. */
  listPending(limit: number): Promise<PendingChunk[]>;
  /** Marks of a connection, or of one of its receipts. */
  pendingOf(connection: string, limit: number, receipt?: string): Promise<PendingChunk[]>;
  /** About how many chunks of a connection wait, counted up to a limit; a long queue is counted once a minute. */
  countPending(connection: string, limit: number): Promise<number>;
  mark(marks: readonly PendingChunk[]): Promise<void>;
  /** Moves marks of older versions to where they belong now. */
  move(marks: readonly PendingChunk[]): Promise<void>;
  /** Puts the parts of a chunk in its place, all at once. */
  split(whole: InboxChunk, parts: readonly { chunk: InboxChunk; mark: PendingChunk }[]): Promise<void>;
  /** Writes a chunk anew that still waits. */
  rewrite(chunk: InboxChunk): Promise<void>;
  remove(connection: string, id: string): Promise<void>;
  putReceipt(head: ReceiptHead, ids: readonly (readonly string[])[]): Promise<void>;
  /** With the ids in each of its chunks; where only some chunks are asked for, those of the others are empty. */
  receipt(
    connection: string,
    receipt: string,
    chunks?: readonly string[],
  ): Promise<{ head: ReceiptHead; ids: string[][] } | undefined>;
}

/** Results of reports between the door and the consumer that names them. */
export interface Reports {
  /** Answers how many values hold them. */
  put(id: string, results: readonly StoredResult[]): Promise<number>;
  read(id: string, values: number): Promise<StoredResult[]>;
  remove(id: string, values: number): Promise<void>;
  /** From now on (ms) nothing of this connection counts as handed on already, though it looks unchanged. */
  distrust(connection: string, at: number): Promise<void>;
  distrustedAt(connection: string): Promise<number>;
}

/** What is known of results of reports, by family: the scopes of one connection, product and tool. */
export interface KnownStore {
  family(key: string): Promise<ReportFamily | undefined>;
  /** Compare-and-set on the version, undefined: there must be none. False when somebody else was first. */
  save(connection: string, key: string, family: ReportFamily, expected: number | undefined): Promise<boolean>;
  results(family: string, state: ScopeValues): Promise<KnownResult[]>;
  /** Writes a generation that nobody reads yet; answers how many values hold it. */
  putResults(
    family: string,
    state: Omit<ScopeValues, 'values'>,
    results: readonly KnownResult[],
  ): Promise<number>;
  removeResults(family: string, state: ScopeValues): Promise<void>;
  /** Forgets a family that is still in this version, without the results of its scopes. */
  remove(family: string, version: number): Promise<boolean>;
  /** Forgets a few families of a connection with all their results; answers whether there may be more. */
  forgetSome(connection: string): Promise<boolean>;
}
export type ScopeValues = Pick<ScopeState, 'key' | 'generation' | 'values'>;

/** How far the issues of a renamed product are told: the page of findings, and how often it was tried. */
export interface RenamePlace {
  readonly page?: string | undefined;
  readonly tried: number;
}

export interface Bells {
  /** Rings for chunks that lie in the inbox and whose marks name this bell; `delay` in seconds. */
  ring(connection: string, id: string, chunks: readonly string[], delay?: number): Promise<void>;
  /** Rings for trying whether causes are gone, or for a look at what was tried; `delay` in seconds. */
  ringHeal(mode: 'probe' | 'check', delay?: number): Promise<void>;
  /** Rings for retrying what a cause holds up, from a page on. */
  ringRetry(cause: string, cursor?: string): Promise<void>;
  /** Whether this delivery of a bell is the first of its kind; `delivery` counts those that the platform repeats on purpose. */
  takeTurn(id: string, delivery: number): Promise<boolean>;
  /** Rings for todos that are due, or will be; `delay` in seconds, a quarter of an hour at most. */
  ringDue(delay?: number): Promise<void>;
  /** Rings for a look at recurring tasks. */
  ringTasks(): Promise<void>;
  /** The clocks were changed: all findings are to learn of it. */
  ringSla(delay?: number): Promise<void>;
  /** Rings for a page of "Rebuild from Jira"; `delay` in seconds, a quarter of an hour at most. */
  ringRebuild(connection: string, page?: string, delay?: number): Promise<void>;
  /**
   * Rings for delivering a connection's events; `delay` in seconds, a quarter of an hour at most. `until`: the moment
   * (ms) for which the bell waits, where that is later.
   */
  ringPush(connection: string, delay?: number, until?: number): Promise<void>;
  /** Rings for a step of the job that follows a product's new name; `delay` in seconds, a quarter of an hour at most. */
  ringRename(connection: string, job: string, place?: RenamePlace, delay?: number): Promise<void>;
  /** Rings for the next step of a job; `delay` in seconds, a quarter of an hour at most. */
  ringWork(job: string, delay?: number): Promise<void>;
  /** Rings for forgetting the findings of an archived connection; `delay` in seconds. */
  ringForget(connection: string, delay?: number): Promise<void>;
}
