import { sha256 } from '../data/hash';

/** Storage key of a finding's link record: ids may hold characters that keys may not, so they are hashed. */
export function linkKey(connection: string, findingId: string): string {
  return `${connection}:${sha256(findingId)}`;
}
