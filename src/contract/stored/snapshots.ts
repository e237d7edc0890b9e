/** The last snapshot of a finding as it is stored: masked, and without its assignee. */
import { z } from 'zod';
import { Finding } from '../finding';
import { readStored } from './versions';

/** Raised whenever the shape changes. */
export const snapshotVersion = 1;

/** `person` names the assignee's account by a hash, under which the account lies by itself: there it is erased. */
export const StoredSnapshot = z.object({
  v: z.literal(snapshotVersion),
  finding: Finding,
  person: z.string().optional(),
});
export type StoredSnapshot = z.infer<typeof StoredSnapshot>;

/**
 * Reads what this or an older version of the app stored.
 * @throws NewerVersion, or what zod says of a shape that was never stored
 */
export function upgradeSnapshot(stored: unknown): StoredSnapshot {
  return readStored({ shape: StoredSnapshot, version: snapshotVersion }, stored);
}
