/** Long lists in as few stored values as hold them, each within what storage takes. */
import { kvs } from '@forge/kvs';
import { slices } from '../../core/data/lists';
import { StorageError } from './outage';
import { packText, unpack } from './packed';

/** Storage takes 240 KB a value; what packs worse than usual is halved until it fits. */
const largestValue = 230_000;
const bytesBeforePacking = 1_500_000;
const atOnce = 10;

/** The list as packed texts, its order kept. */
export function packIntoValues(list: readonly unknown[]): string[] {
  const values: string[] = [];
  let texts: string[] = [];
  let bytes = 0;
  for (const one of list) {
    const text = JSON.stringify(one);
    if (bytes > 0 && bytes + text.length > bytesBeforePacking) {
      values.push(...fitted(texts));
      [texts, bytes] = [[], 0];
    }
    texts.push(text);
    bytes += text.length;
  }
  return texts.length > 0 ? [...values, ...fitted(texts)] : values;
}

function fitted(texts: readonly string[]): string[] {
  const packed = packText(`[${texts.join(',')}]`);
  if (packed.length <= largestValue || texts.length === 1) return [packed];
  const middle = Math.ceil(texts.length / 2);
  return [...fitted(texts.slice(0, middle)), ...fitted(texts.slice(middle))];
}

/** @throws when storage did not take one of them. */
export async function writeValues(values: readonly { key: string; value: string }[]): Promise<void> {
  for (const some of slices(values, atOnce)) {
    const { failedKeys } = await kvs.batchSet(some);
    if (failedKeys[0]) throw new StorageError(`Writing to storage failed: ${failedKeys[0].error.code}`);
  }
}

/** The lists under these keys. @throws when one of them is not there. */
export async function readValues(keys: readonly string[]): Promise<unknown[]> {
  const found = new Map<string, string>();
  for (const some of slices(keys, atOnce)) {
    const answer = await kvs.batchGet<string>(some.map((key) => ({ key })));
    for (const { key, value } of answer.successfulKeys) found.set(key, value);
    if (answer.failedKeys[0])
      throw new StorageError(`Reading from storage failed: ${answer.failedKeys[0].error.code}`);
  }
  return keys.map((key) => unpack(found.get(key) ?? ''));
}

/** Keys that are not there any more are no failure. */
export async function deleteValues(keys: readonly string[]): Promise<void> {
  for (const some of slices(keys, atOnce)) await kvs.batchDelete(some.map((key) => ({ key })));
}
