import type { Clock } from '../types';

export type JournalKind = 'invocation' | 'jira' | 'storage' | 'queue' | 'egress' | 'event' | 'log';

/** One thing that happened in the host, newest last. */
export interface JournalEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: JournalKind;
  /** One line for people, for example `POST /rest/api/3/issue/bulk → 201`. */
  readonly text: string;
  readonly invocationId?: string;
  /** Whatever helps to understand the line; bodies are cut. */
  readonly detail?: unknown;
}

/** What the host did, for people and tests to look at. Only the newest entries are kept. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  add(kind: JournalKind, text: string, more?: { invocationId?: string | undefined; detail?: unknown }): void;
  /** Calls back for each new entry; the result stops it. */
  subscribe(listener: (entry: JournalEntry) => void): () => void;
}

/** A journal that keeps the newest `keep` entries. */
export function createJournal(clock: Clock, keep = 2_000): Journal {
  const entries: JournalEntry[] = [];
  const listeners = new Set<(entry: JournalEntry) => void>();
  let seq = 0;
  return {
    entries,
    add(kind, text, { invocationId, detail } = {}) {
      const entry: JournalEntry = {
        seq: ++seq,
        at: clock.now(),
        kind,
        text,
        ...(invocationId === undefined ? {} : { invocationId }),
        ...(detail === undefined ? {} : { detail }),
      };
      entries.push(entry);
      if (entries.length > keep * 2) entries.splice(0, entries.length - keep);
      for (const listener of listeners) listener(entry);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Long texts are cut so that the journal stays small. */
export function shortened(text: string, length = 2_000): string {
  if (text.length <= length) return text;
  // Copied, because a slice would keep the whole text in memory.
  const start = Buffer.from(text.slice(0, length)).toString();
  return `${start}… (${String(text.length)} characters)`;
}
