/** Looking up what may be missing: nothing is found under nothing. */

/** What the map has under the key; undefined also where there is no key. */
export function at<K, V>(map: Pick<ReadonlyMap<K, V>, 'get'>, key: K | undefined): V | undefined {
  return key === undefined ? undefined : map.get(key);
}

/** Whether the set has it; nothing is in no set. */
export function isIn<T>(set: ReadonlySet<T>, one: T | undefined): boolean {
  return one !== undefined && set.has(one);
}
