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

test.each([
  ['"'.repeat(100)],
  ['\u0000'.repeat(100)],
  [Array(99).fill('\u0001')],
  [{ ['\u0002'.repeat(100)]: null }],
  [null],
])('however much longer than itself its JSON is: %j', (value) => {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  expect([bytes - 1, bytes].map((most) => isLargerThan(value, most))).toEqual([true, false]);
});

test('what comes nowhere near is not written out', () => {
  const unwritable = {
    toJSON: (): never => {
      throw new Error('it is written out');
    },
  };
  expect(isLargerThan([unwritable], 1_000)).toBe(false);
  expect(() => isLargerThan([unwritable], 1)).toThrow('it is written out');
});
