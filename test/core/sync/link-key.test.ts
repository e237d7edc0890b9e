import fc from 'fast-check';
import { connectionKey, idScope, linkKey, readRef, refText } from '../../../src/core/sync/link-key';

const wide = connectionKey('0123456789abcdef0123', 'connection');
const narrow = connectionKey('0123456789abcdef0123', 'product');
/** Without control characters, as the contract has it. */
const text = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => !/\p{Cc}/u.test(value));
const ref = fc.record({ id: text, product: text });

test('the key of a connection tells within what its ids are unique', () => {
  expect([wide, narrow].map(idScope)).toEqual(['connection', 'product']);
  for (const key of [wide, narrow]) expect(key).toMatch(/^[a-z0-9]{8,32}$/);
});

test('where ids are unique within the connection, the product makes no other finding', () => {
  fc.assert(
    fc.property(ref, text, (one, product) => {
      expect(linkKey(wide, { ...one, product })).toBe(linkKey(wide, one));
      expect(readRef(wide, refText(wide, one))).toEqual({ id: one.id });
    }),
  );
});

test('where ids are unique within a product, findings are the same only if both are', () => {
  fc.assert(
    fc.property(ref, ref, (one, other) => {
      const same = one.id === other.id && one.product === other.product;
      expect(linkKey(narrow, one) === linkKey(narrow, other)).toBe(same);
      expect(readRef(narrow, refText(narrow, one))).toEqual(one);
    }),
  );
});
