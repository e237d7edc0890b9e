import type { IndexDefinition } from '../manifest';
import { type IndexEntry, SortedEntries, type RangeValue } from './sorted';

/** One stored value with what storage knows about it. Times are milliseconds since the epoch. */
export interface StoredRecord {
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt?: number;
}

/** Expired values are still handed out for so long. */
export const EXPIRED_LINGER_MS = 48 * 3_600_000;

/** The index that every space has. */
export const BY_KEY: IndexDefinition = { name: 'by-key', range: [] };

interface Change {
  readonly at: number;
  readonly key: string;
  readonly record: StoredRecord | undefined;
}

/** The keys of one kind: values, secrets, or the records of one entity. */
export class Space {
  private readonly records = new Map<string, StoredRecord>();
  /** Queries look here, which may be behind. */
  private readonly seen = new Map<string, StoredRecord>();
  private readonly partitions = new Map<string, Map<string, SortedEntries<StoredRecord>>>();
  private pending: Change[] = [];

  constructor(
    private readonly indexes: readonly IndexDefinition[],
    private readonly lagMs: () => number,
  ) {
    for (const index of indexes) this.partitions.set(index.name, new Map());
  }

  /** Always the current state, except that expired values linger. */
  get(key: string, now: number): StoredRecord | undefined {
    const record = this.records.get(key);
    return record && !isGone(record, now) ? record : undefined;
  }

  put(record: StoredRecord, now: number): void {
    this.records.set(record.key, record);
    this.change({ at: now, key: record.key, record });
  }

  /** Fills in records whose keys are new, many at once and seen by queries at once. */
  plant(records: readonly StoredRecord[]): void {
    const added = new Map<SortedEntries<StoredRecord>, IndexEntry<StoredRecord>[]>();
    for (const record of records) {
      this.records.set(record.key, record);
      this.seen.set(record.key, record);
      for (const index of this.indexes)
        this.place(index, record, (list, range) => {
          const entries = added.get(list) ?? [];
          if (entries.length === 0) added.set(list, entries);
          entries.push({ range, key: record.key, record });
        });
    }
    for (const [list, entries] of added) list.addAll(entries);
  }

  delete(key: string, now: number): void {
    if (this.records.delete(key)) this.change({ at: now, key, record: undefined });
  }

  /** The entries of an index in order, as queries see them: changes younger than the lag are not there yet. */
  entries(
    index: string,
    partition: readonly unknown[],
    now: number,
  ): SortedEntries<StoredRecord> | undefined {
    this.catchUp(now - this.lagMs());
    return this.partitions.get(index)?.get(partitionKey(partition));
  }

  /** Removes what has expired, as the platform does at some time within 48 hours. */
  removeExpired(now: number): void {
    for (const record of this.records.values()) {
      if (record.expireAt !== undefined && record.expireAt <= now) this.delete(record.key, now);
    }
  }

  /** Replaces values behind the app's back, as a defect or another version of the app would. */
  rewrite(change: (key: string, value: unknown) => unknown, now: number): void {
    for (const record of [...this.records.values()]) {
      const value = change(record.key, record.value);
      if (value !== record.value) this.put({ ...record, value }, now);
    }
  }

  all(): readonly StoredRecord[] {
    return [...this.records.values()];
  }

  private change(change: Change): void {
    this.pending.push(change);
    this.catchUp(change.at - this.lagMs());
  }

  private catchUp(until: number): void {
    let done = 0;
    for (const change of this.pending) {
      if (change.at > until) break;
      this.show(change);
      done += 1;
    }
    if (done > 0) this.pending = this.pending.slice(done);
  }

  private show({ key, record }: Change): void {
    const before = this.seen.get(key);
    for (const index of this.indexes) {
      if (before)
        this.place(index, before, (list, range) => {
          list.remove(range, key);
        });
      if (record)
        this.place(index, record, (list, range) => {
          list.add({ range, key, record });
        });
    }
    if (record) this.seen.set(key, record);
    else this.seen.delete(key);
  }

  /** A record that lacks an attribute of the index is not in it. */
  private place(
    index: IndexDefinition,
    record: StoredRecord,
    act: (list: SortedEntries<StoredRecord>, range: RangeValue) => void,
  ): void {
    const value = record.value as Readonly<Record<string, unknown>>;
    const partition = (index.partition ?? []).map((name) => value[name]);
    const range = index === BY_KEY ? record.key : value[index.range[0] ?? ''];
    if (partition.includes(undefined) || range === undefined) return;
    act(this.list(index.name, partitionKey(partition)), range as RangeValue);
  }

  private list(index: string, partition: string): SortedEntries<StoredRecord> {
    const lists = this.partitions.get(index);
    const list = lists?.get(partition) ?? new SortedEntries<StoredRecord>();
    lists?.set(partition, list);
    return list;
  }
}

export function isGone(record: StoredRecord, now: number): boolean {
  return record.expireAt !== undefined && record.expireAt + EXPIRED_LINGER_MS <= now;
}

function partitionKey(values: readonly unknown[]): string {
  return values.length === 0 ? '' : JSON.stringify(values);
}
