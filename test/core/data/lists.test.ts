import fc from 'fast-check';
import { groupBy, slices } from '../../../src/core/data/lists';

describe('slices', () => {
  test.each([
    [[], 2, []],
    [[1], 2, [[1]]],
    [[1, 2], 2, [[1, 2]]],
    [[1, 2, 3], 2, [[1, 2], [3]]],
    [[1, 2, 3], 1, [[1], [2], [3]]],
  ])('of %j by %d are %j', (list, size, expected) => {
    expect(slices(list, size)).toEqual(expected);
  });

  test('hold everything in order, all but the last are full, and none is empty', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (list, size) => {
        const groups = slices(list, size);
        expect(groups.flat()).toEqual(list);
        expect(groups.slice(0, -1).every((group) => group.length === size)).toBe(true);
        expect(groups.every((group) => group.length > 0 && group.length <= size)).toBe(true);
      }),
    );
  });
});

test('groups keep the order of keys and of items', () => {
  const groups = groupBy(['pear', 'apple', 'plum', 'avocado', 'cherry'], (word) => word[0]);
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum']],
    ['a', ['apple', 'avocado']],
    ['c', ['cherry']],
  ]);
});

test('every item is in the group of its key and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.integer({ min: 1, max: 7 }), (list, modulus) => {
      const groups = groupBy(list, (item) => item % modulus);
      expect([...groups.keys()]).toEqual([...new Set(list.map((item) => item % modulus))]);
      for (const [key, group] of groups) expect(group).toEqual(list.filter((item) => item % modulus === key));
    }),
  );
});
