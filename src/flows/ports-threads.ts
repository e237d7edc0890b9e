/** What the flows remember of comments: a thread for each finding, and the words of those that wait. */
import type { Thread, WaitingWords } from '../contract/stored/threads';

/** By the key of the finding's record. */
export interface Threads {
  /** Those that are there. */
  readMany(records: readonly string[]): Promise<Map<string, Thread>>;
  /** Changes it as it lies in storage, whoever else changes it: `changed` may be asked again. Answers what it became. */
  change(record: string, changed: (before: Thread) => Thread): Promise<Thread>;
  /** The words of comments of a finding, by their places in its thread; those that are there. */
  wordsOf(record: string, keys: readonly string[]): Promise<Map<string, WaitingWords>>;
  putWords(record: string, words: ReadonlyMap<string, WaitingWords>): Promise<void>;
  dropWords(record: string, keys: readonly string[]): Promise<void>;
  /** All words that wait, a page at a time. */
  walkWords(cursor?: string): Promise<{ words: KeptWords[]; next?: string }>;
  forget(records: readonly string[]): Promise<void>;
  /** Takes a thread and its words to another record. */
  move(from: string, to: string): Promise<void>;
}

export interface KeptWords {
  readonly record: string;
  readonly key: string;
  readonly words: WaitingWords;
}
