/** How often each value appears. */
export type Tally<T extends string> = Partial<Record<T, number>>;

/** Counts values. */
export function tallyOf<T extends string>(values: readonly T[]): Tally<T> {
  const tally: Tally<T> = {};
  for (const value of values) tally[value] = (tally[value] ?? 0) + 1;
  return tally;
}

/** Several tallies as one. */
export function sumOfTallies<T extends string>(tallies: readonly Tally<T>[]): Tally<T> {
  const total: Tally<T> = {};
  for (const tally of tallies)
    for (const value of Object.keys(tally) as T[]) total[value] = (total[value] ?? 0) + (tally[value] ?? 0);
  return total;
}
