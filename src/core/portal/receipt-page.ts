/** A page of a receipt: the findings that it tells, and those of them whose records are read for it. */
export interface PageOfReceipt {
  readonly shown: readonly string[];
  readonly read: ReadonlySet<string>;
  /** Where the next page begins; absent: this is the last. */
  readonly next?: number;
}

/**
 * The page from a place on, for which at most `records` are read. What still waits to be worked off is told as that
 * without its record, once there is no room for it: an answer must not cost more, the larger its request was.
 */
export function pageOfReceipt(
  all: readonly string[],
  waiting: ReadonlySet<string>,
  from: number,
  records: number,
): PageOfReceipt {
  const shown: string[] = [];
  let settled = 0;
  for (const one of all.slice(from)) {
    const isSettled = !waiting.has(one);
    if (isSettled && settled === records) break;
    settled += isSettled ? 1 : 0;
    shown.push(one);
  }
  const spare = shown.filter((one) => waiting.has(one)).slice(0, records - settled);
  const read = new Set([...shown.filter((one) => !waiting.has(one)), ...spare]);
  const next = from + shown.length;
  return { shown, read, ...(next < all.length && { next }) };
}
