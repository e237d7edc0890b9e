/** What an index is ordered by. */
export type RangeValue = string | number | boolean;

/** One entry of an index: ordered by range value, then by key. */
export interface IndexEntry<T> {
  readonly range: RangeValue;
  readonly key: string;
  readonly record: T;
}

/** A list in order, with binary search. */
export class SortedEntries<T> {
  readonly entries: IndexEntry<T>[] = [];

  add(entry: IndexEntry<T>): void {
    this.entries.splice(this.position(entry.range, entry.key), 0, entry);
  }

  /** Many at once, which costs a sort instead of a search for each. */
  addAll(entries: readonly IndexEntry<T>[]): void {
    for (const entry of entries) this.entries.push(entry);
    this.entries.sort((one, other) => compare(one, other.range, other.key));
  }

  remove(range: RangeValue, key: string): void {
    const at = this.position(range, key);
    if (this.entries[at]?.key === key) this.entries.splice(at, 1);
  }

  /** Where an entry with this range value and key is or would be. */
  position(range: RangeValue, key: string): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.entries[middle];
      if (entry && compare(entry, range, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Below 0 when the entry comes before the given place. */
export function compare(entry: { range: RangeValue; key: string }, range: RangeValue, key: string): number {
  if (entry.range !== range) return entry.range < range ? -1 : 1;
  if (entry.key === key) return 0;
  return entry.key < key ? -1 : 1;
}
