import fc from 'fast-check';
import { chunkLimits, type InboxItem } from '../../../src/contract/inbox';
import { splitIntoChunks } from '../../../src/core/portal/chunks';
import { findingOf, now } from '../builders';

const sizeOf = (items: readonly InboxItem[]) => Buffer.byteLength(JSON.stringify(items));
const item = (id: string, description = ''): InboxItem => ({
  finding: findingOf({ id, description }),
  seenAt: now,
});
/** An item of exactly so many bytes. */
const itemOf = (bytes: number): InboxItem => item('F', 'x'.repeat(bytes - sizeOf([item('F')]) + 2));

test('nothing makes no chunk', () => {
  expect(splitIntoChunks([])).toEqual([]);
});

test('a hundred findings are one chunk, one more begins another', () => {
  const items = Array.from({ length: 101 }, (_, index) => item(String(index)));
  expect(splitIntoChunks(items.slice(0, 100))).toEqual([items.slice(0, 100)]);
  expect(splitIntoChunks(items)).toEqual([items.slice(0, 100), items.slice(100)]);
});

test('a chunk is filled to its last byte', () => {
  const half = itemOf(chunkLimits.bytes / 2 - 1);
  const more = itemOf(chunkLimits.bytes / 2);
  expect(sizeOf([half])).toBe(chunkLimits.bytes / 2 + 1);
  expect(splitIntoChunks([half, half])).toEqual([[half, half]]);
  expect(splitIntoChunks([half, more])).toEqual([[half], [more]]);
});

test('after a full chunk the count of bytes begins anew', () => {
  const half = itemOf(chunkLimits.bytes / 2 - 1);
  expect(splitIntoChunks([half, half, half, half])).toEqual([
    [half, half],
    [half, half],
  ]);
});

test('what is larger than a chunk stands alone, without an empty chunk before it', () => {
  const large = item('F', '漢'.repeat(chunkLimits.bytes / 3 + 1));
  expect(splitIntoChunks([large, large])).toEqual([[large], [large]]);
});

test('letters of other scripts count as the bytes that they take', () => {
  const items = Array.from({ length: 3 }, (_, index) => item(String(index), '漢'.repeat(30_000)));
  expect(splitIntoChunks(items).map((chunk) => chunk.length)).toEqual([2, 1]);
});

test('chunks keep the order, lose nothing and stay within both limits', () => {
  const description = fc.integer({ min: 0, max: 90_000 }).map((length) => 'ä'.repeat(length / 2));
  const items = fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: description }),
    { maxLength: 250, size: 'max' },
  );
  fc.assert(
    fc.property(items, (descriptions) => {
      const all = descriptions.map((text, index) => item(String(index), text));
      const chunks = splitIntoChunks(all);
      expect(chunks.flat()).toEqual(all);
      for (const chunk of chunks) {
        expect(chunk.length).toBeGreaterThan(0);
        expect(chunk.length).toBeLessThanOrEqual(chunkLimits.findings);
        expect(sizeOf(chunk)).toBeLessThanOrEqual(chunkLimits.bytes + 1);
      }
    }),
    { numRuns: 40 },
  );
});
