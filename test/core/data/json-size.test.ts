import fc from 'fast-check';
import { isLargerThan } from '../../../src/core/data/json-size';

test('a value is larger than so many bytes exactly where its JSON is', () => {
  const value = fc.record({
    text: fc.string({ unit: 'binary', maxLength: 200 }),
    list: fc.array(fc.string({ unit: 'grapheme' })),
    bag: fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.boolean(), fc.constant(undefined))),
  });
  fc.assert(
    fc.property(value, fc.integer({ min: -5, max: 5 }), (one, off) => {
      const bytes = Buffer.byteLength(JSON.stringify(one));
      expect(isLargerThan(one, bytes + off)).toBe(off < 0);
    }),
  );
});
