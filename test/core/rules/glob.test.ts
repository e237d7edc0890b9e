import fc from 'fast-check';
import { matchesGlob } from '../../../src/core/rules/glob';

test.each([
  ['', '', true],
  ['', '*', true],
  ['', '?', false],
  ['abc', 'abc', true],
  ['abc', 'ab', false],
  ['abc', 'a?c', true],
  ['abc', '*', true],
  ['abc', '*c', true],
  ['abc', '*b', false],
  ['abcbc', 'a*bc', true],
  ['a*c', 'a*c', true],
  ['a.c', 'a?c', true],
  ['aXXbYYc', 'a*b*c', true],
  ['pkg/a/b', 'pkg/*/b', true],
])('%j like %j: %s', (text, pattern, expected) => {
  expect(matchesGlob(text, pattern)).toBe(expected);
});

test('it agrees with a regular expression on short texts', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(short, pattern, (text, glob) => {
      const source = glob.replaceAll('.', '\\.').replaceAll('?', '.').replaceAll('*', '.*');
      expect(matchesGlob(text, glob)).toBe(new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 2000 },
  );
});
