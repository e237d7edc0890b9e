import fc from 'fast-check';
import { whereJsonBreaks } from '../../../src/core/data/json-error';

test.each([
  ['', 1, 1],
  ['{"a": 1,}', 1, 9],
  ['{"a": 1\n "b": 2}', 2, 2],
  ['[1, 2', 1, 6],
  ['{\n  "a": tru\n}', 2, 8],
  ['{"a": "x\ny"}', 1, 9],
  ['"abc', 1, 5],
  ['[] []', 1, 4],
  ["{'a': 1}", 1, 2],
  ['{"a" 1}', 1, 6],
  ['"\\x"', 1, 2],
  ['[01]', 1, 3],
  ['[],', 1, 3],
  ['1,', 1, 2],
  ['"a",', 1, 4],
  ['{1:2}', 1, 2],
  ['{"a":1,[]:2}', 1, 8],
  ['{"a":1,}', 1, 8],
  ['{"a":1]', 1, 7],
  ['{"a":}', 1, 6],
  ['{"a"}', 1, 5],
  ['[1}', 1, 3],
  ['[1,]', 1, 4],
  ['[}', 1, 2],
  ['{]', 1, 2],
  [']', 1, 1],
  ['[1e5, -0.5E-3, 1e+2, {}, [[]], "\\u00e9\\n"', 1, 42],
  ['"\\u00g9"', 1, 2],
  ['[1.]', 1, 3],
])('%j breaks at line %i, column %i', (text, line, column) => {
  expect(whereJsonBreaks(text)).toEqual({ line, column });
});

test('what is JSON is read to its end, and what is cut off breaks where it is cut', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
      const text = JSON.stringify([value]);
      expect(whereJsonBreaks(text).column).toBe(text.length + 1);
      const part = text.slice(0, 1 + (cut % (text.length - 1)));
      const { line, column } = whereJsonBreaks(part);
      expect(line).toBe(1);
      expect(column).toBeLessThanOrEqual(part.length + 1);
    }),
  );
});
