import { chunkLimits, type InboxItem } from '../../contract/inbox';

/** Splits accepted findings into chunks that fit a stored value; order is kept. A finding never exceeds a chunk. */
export function splitIntoChunks(items: readonly InboxItem[]): InboxItem[][] {
  const chunks: InboxItem[][] = [];
  let current: InboxItem[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (current.length > 0 && (current.length >= chunkLimits.findings || bytes + size > chunkLimits.bytes)) {
      chunks.push(current);
      current = [];
      bytes = 0;
    }
    current.push(item);
    bytes += size;
  }
  return current.length > 0 ? [...chunks, current] : chunks;
}
