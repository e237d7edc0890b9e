/** What admins did to connections: numbered, each written once, the newest of them. */
import { kvs } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import type { ConnectionDeed } from '../../contract/connection-deed';
import type { Deeds, NumberedDeed } from '../../flows/ports';
import { StorageError } from './outage';
import { readable } from './readable';
import { isConflict } from './settings';

const headKey = 'connection-deeds';
const keyOf = (n: number) => `connection-deed:${String(n)}`;
/** Older ones are erased as new ones come: more than an admin reads, and few enough to walk over. */
const mostKept = 1_000;
const keysARead = 25;
/** Others may be faster. */
const tries = 10;

/** The deeds of this installation. */
export function createDeeds(): Deeds {
  return {
    add,
    async page(upTo, limit) {
      const newest = await head();
      const from = Math.min(upTo ?? newest, newest);
      const numbers = Array.from({ length: Math.min(limit, keysARead) }, (_, index) => from - index);
      return readNumbers(numbers.filter((n) => n > Math.max(0, newest - mostKept)));
    },
    async rewrite({ n, deed }) {
      await kvs.set(keyOf(n), toStored(storedShapes.deed, deed));
    },
  };
}

async function head(): Promise<number> {
  return (await kvs.get<number>(headKey)) ?? 0;
}

async function add(deed: ConnectionDeed): Promise<void> {
  let n = (await head()) + 1;
  for (let left = tries; ; left -= 1) {
    try {
      await kvs.set(keyOf(n), toStored(storedShapes.deed, deed), { keyPolicy: 'FAIL_IF_EXISTS' });
      break;
    } catch (error) {
      if (!isConflict(error) || left === 0) throw error;
      // Whoever wrote it may have died before moving the head.
      n += 1;
    }
  }
  // Whoever was faster has moved it further.
  await kvs.set(headKey, Math.max(n, await head()));
  if (n > mostKept) await kvs.delete(keyOf(n - mostKept));
}

async function readNumbers(numbers: readonly number[]): Promise<NumberedDeed[]> {
  if (numbers.length === 0) return [];
  const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>(numbers.map((n) => ({ key: keyOf(n) })));
  const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new StorageError(`Reading the audit failed: ${failed.error.code}`);
  const found = new Map(successfulKeys.map((row) => [row.key, row]));
  return numbers.flatMap((n) => {
    const row = found.get(keyOf(n));
    return row ? readable(storedShapes.deed, [row]).map((deed) => ({ n, deed })) : [];
  });
}
