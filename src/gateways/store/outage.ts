/** Errors of storage, as opposed to errors over what was read from it. */
import { ForgeKvsError } from '@forge/kvs';

/** A call to storage that did not get through, of which the packages tell nothing more. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** Whether storage or the way to it failed: another try may pass, and nobody's data is to blame. */
export function isOutage(error: unknown): boolean {
  return error instanceof ForgeKvsError || error instanceof StorageError;
}
