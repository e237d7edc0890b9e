/** Storage counts what is read in units of 10 KB, each request rounded up. */
const unitBytes = 10_000;

/** About how many units reading these values cost. */
export function unitsOf(values: readonly unknown[]): number {
  return Math.max(1, Math.ceil(JSON.stringify(values).length / unitBytes));
}
