import { ForgeKvsAPIError } from '@forge/kvs';
import { BadCursor } from '../../core/data/bad-cursor';

/**
 * Reads a page from where an earlier one ended.
 * @throws BadCursor when storage does not know the place
 */
export async function goingOn<T>(cursor: string | undefined, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const isRefused = error instanceof ForgeKvsAPIError && error.responseDetails.status === 400;
    throw isRefused && cursor !== undefined ? new BadCursor() : error;
  }
}
