import fc from 'fast-check';
import { diffValues } from '../../../src/core/settings/settings-diff';

test.each<[string, unknown, unknown, unknown[]]>([
  ['equal values do not differ', { a: { b: 1 } }, { a: { b: 1 } }, []],
  ['the order of keys is no difference', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  [
    'a value differs at its path',
    { a: { b: 1, c: 2 } },
    { a: { b: 3, c: 2 } },
    [{ path: 'a.b', before: 1, after: 3 }],
  ],
  ['what is new has no before', { a: {} }, { a: { b: 1 } }, [{ path: 'a.b', after: 1 }]],
  ['what is gone has no after', { a: { b: 1 } }, { a: {} }, [{ path: 'a.b', before: 1 }]],
  ['null differs from nothing', { a: { b: 1 } }, { a: { b: 1, c: null } }, [{ path: 'a.c', after: null }]],
  ['null is a value', { a: null }, { a: 1 }, [{ path: 'a', before: null, after: 1 }]],
  ['a value may become null', { a: { b: 1 } }, { a: null }, [{ path: 'a', before: { b: 1 }, after: null }]],
  [
    'a reference is one value',
    { a: { id: '1', name: 'x' } },
    { a: { id: '2', name: 'y' } },
    [{ path: 'a', before: { id: '1', name: 'x' }, after: { id: '2', name: 'y' } }],
  ],
  [
    'a reference by id alone is one value',
    { a: { id: '1' } },
    { a: { id: '2' } },
    [{ path: 'a', before: { id: '1' }, after: { id: '2' } }],
  ],
  [
    'a reference by name alone is one value',
    { a: { name: 'x' } },
    { a: { name: 'y' } },
    [{ path: 'a', before: { name: 'x' }, after: { name: 'y' } }],
  ],
  [
    'a group that becomes a reference is one value',
    { a: { b: 1 } },
    { a: { id: '1' } },
    [{ path: 'a', before: { b: 1 }, after: { id: '1' } }],
  ],
  ['a list is one value', { a: [1, 2] }, { a: [1, 3] }, [{ path: 'a', before: [1, 2], after: [1, 3] }]],
  ['a list that becomes a group is one value', { a: [] }, { a: {} }, [{ path: 'a', before: [], after: {} }]],
  [
    'several differences stand in the order of the documents',
    { a: 1, b: 2 },
    { b: 3, c: 4 },
    [
      { path: 'a', before: 1 },
      { path: 'b', before: 2, after: 3 },
      { path: 'c', after: 4 },
    ],
  ],
  ['whole values differ at no path', 1, 2, [{ path: '', before: 1, after: 2 }]],
])('%s', (_, before, after, expected) => {
  expect(diffValues(before, after)).toStrictEqual(expected);
});

test('paths begin where they are told to', () => {
  expect(diffValues({ a: 1 }, { a: 2 }, 'spaces.product')).toEqual([
    { path: 'spaces.product.a', before: 1, after: 2 },
  ]);
});

const anyDocument = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      fc.integer({ max: 3 }),
      fc.constant(null),
      fc.array(fc.nat(2), { maxLength: 2 }),
      fc.record({ id: fc.constantFrom('1', '2') }),
    ),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value')),
  ),
})).value;

/** The first document with the differences carried out. */
function applied(before: unknown, changes: ReturnType<typeof diffValues>): unknown {
  const holder: Record<string, unknown> = { root: structuredClone(before) };
  for (const { path, after } of changes) {
    const keys = ['root', ...(path === '' ? [] : path.split('.'))];
    const last = keys.pop() ?? '';
    const target = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], holder);
    if (after === undefined) Reflect.deleteProperty(target as object, last);
    else Reflect.set(target as object, last, after);
  }
  return holder.root;
}

test('a document with its differences carried out is the other', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      expect(applied(before, diffValues(before, after))).toEqual(after);
      expect(diffValues(before, before)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
