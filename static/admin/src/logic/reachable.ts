/** A way between statuses. Without `from` it is possible from everywhere. */
export interface Way {
  readonly from?: readonly string[];
  readonly to: string;
}

/** The statuses that an issue can get to from where the workflow starts, the start included. */
export function reachableFrom(start: string, ways: readonly Way[]): ReadonlySet<string> {
  const reached = new Set([start]);
  // A set hands out what is added while it is walked, so this ends once nothing new is found.
  for (const status of reached) {
    for (const { from, to } of ways) {
      if (from === undefined || from.includes(status)) reached.add(to);
    }
  }
  return reached;
}
