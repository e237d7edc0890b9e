import fc from 'fast-check';
import { canonical, mark, sha256 } from '../../../src/core/data/hash';
import { linkKey } from '../../../src/core/sync/link-key';

test('the hash is SHA-256 in hexadecimal', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

describe('the canonical form', () => {
  test.each([
    [{ b: 1, a: [{ d: null, c: 'x' }] }, '{"a":[{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [undefined, 'null'],
    [null, 'null'],
    [[2, 1], '[2,1]'],
    ['text', '"text"'],
    [false, 'false'],
    [0, '0'],
  ])('of %j is %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test('does not depend on the order of keys, at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value));
      }),
    );
  });

  test('keeps the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

test('a mark has ten characters and tells different values apart', () => {
  expect(mark({ a: 1, b: 2 })).toBe(mark({ b: 2, a: 1 }));
  expect(mark({ a: 1 })).toMatch(/^[0-9a-f]{10}$/);
  expect(mark({ a: 1 })).not.toBe(mark({ a: 2 }));
  expect(mark(undefined)).toBe(mark(null));
  expect(mark('abc')).toBe(sha256('"abc"').slice(0, 10));
});

test('a record’s key is the connection and the hash of the id, legal for the storage', () => {
  expect(linkKey('abcdefgh', { id: 'abc' })).toBe(`abcdefgh:${sha256('abc')}`);
  expect(linkKey('abcdefgh', { id: 'a / ü "b"' })).toMatch(/^[a-zA-Z0-9:._\s\-#]{1,500}$/);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
