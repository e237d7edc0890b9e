import fc from 'fast-check';
import { shorten } from '../../../src/core/data/text';

test.each([
  ['', 5, ''],
  ['abcde', 5, 'abcde'],
  ['abcdef', 5, 'abcd…'],
  ['abc😀f', 5, 'abc…'],
  ['ab😀ef', 5, 'ab😀…'],
])('"%s" in %d is "%s"', (text, limit, expected) => {
  expect(shorten(text, limit)).toBe(expected);
});

test('a shortened text is the beginning of the text, fits, and has no half character that was whole', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 2, max: 40 }),
      (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
        expect(short).not.toMatch(/\p{Cs}/u);
        if (text.length <= limit) expect(short).toBe(text);
        else expect(short.length).toBeGreaterThanOrEqual(limit - 1);
      },
    ),
    { numRuns: 300 },
  );
});
