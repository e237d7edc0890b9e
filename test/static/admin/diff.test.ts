import fc from 'fast-check';
import { changesBetween, overlap, sameValue, withChanges } from '../../../static/admin/src/logic/diff';

const json = fc.jsonValue({ maxDepth: 3 });
const settings = fc.dictionary(
  fc.string({ maxLength: 6 }).filter((key) => key !== '__proto__'),
  json,
  { maxKeys: 5 },
);

describe('differences between settings', () => {
  test('name each changed value by its path', () => {
    const before = { closing: { when: 'all', comment: true }, spaces: { product: { project: null } } };
    const after = { closing: { when: 'any', comment: true }, spaces: { product: { project: { id: '1' } } } };
    expect(changesBetween(before, after)).toEqual([
      { keys: ['closing', 'when'], before: 'all', after: 'any' },
      { keys: ['spaces', 'product', 'project'], before: null, after: { id: '1' } },
    ]);
  });

  test('treat a reference and a list as one value', () => {
    const before = { project: { id: '1', name: 'A' }, labels: ['a'] };
    const after = { project: { id: '2', name: 'B' }, labels: ['a', 'b'] };
    expect(changesBetween(before, after).map(({ keys }) => keys.join('.'))).toEqual(['project', 'labels']);
  });

  test('do not mistake products named "id" and "name" for a reference', () => {
    const before = { products: { id: { product: { enabled: true } }, name: {} } };
    const after = { products: { id: { product: { enabled: false } }, name: {} } };
    expect(changesBetween(before, after).map(({ keys }) => keys)).toEqual([
      ['products', 'id', 'product', 'enabled'],
    ]);
  });

  test('ignore the order of keys and values that are undefined', () => {
    expect(sameValue({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2, e: undefined }, a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue(undefined, null)).toBe(false);
  });

  test('put onto what they were counted from give what they were counted to', () => {
    fc.assert(
      fc.property(settings, settings, (before, after) => {
        expect(sameValue(withChanges(before, changesBetween(before, after)), after)).toBe(true);
      }),
    );
  });

  test('put onto what somebody else saved keep both sides', () => {
    const base = { when: 'all', comment: true, status: null };
    const mine = { ...base, status: { id: '9' } };
    const theirs = { ...base, comment: false };
    expect(withChanges(theirs, changesBetween(base, mine))).toEqual({
      when: 'all',
      comment: false,
      status: { id: '9' },
    });
  });

  test('leave the base as it was', () => {
    const base = { a: { b: 1 } };
    withChanges(base, [{ keys: ['a', 'b'], before: 1, after: 2 }]);
    expect(base).toEqual({ a: { b: 1 } });
  });

  test('overlap when they touch the same value or one the inside of the other', () => {
    const change = (...keys: string[]) => ({ keys, before: 1, after: 2 });
    expect(overlap(change('a', 'b'), change('a', 'b'))).toBe(true);
    expect(overlap(change('a'), change('a', 'b'))).toBe(true);
    expect(overlap(change('a', 'b'), change('a', 'c'))).toBe(false);
  });
});
