import fc from 'fast-check';
import type { CommentItem, InboxItem } from '../../../src/contract/inbox';
import {
  connectionKey,
  idScope,
  linkKey,
  readRef,
  refOf,
  refText,
  refTextOf,
} from '../../../src/core/sync/link-key';
import { findingOf } from '../builders';

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

test('the key of a connection is of one length, whatever it was drawn from', () => {
  expect([wide, narrow]).toEqual(['0123456789abcdef', 'p0123456789abcdef']);
});

test.each([wide, narrow])('comments are told apart from each other and from their finding, in %s', (key) => {
  fc.assert(
    fc.property(ref, text, text, (one, comment, other) => {
      const texts = [undefined, comment, other].map((about) => refText(key, { ...one, comment: about }));
      expect(new Set(texts).size).toBe(comment === other ? 2 : 3);
      const read = readRef(key, refText(key, { ...one, comment }));
      expect(read).toEqual({ ...readRef(key, refText(key, one)), comment });
    }),
  );
});

test('an id that ends like a comment’s text is none', () => {
  expect(readRef(wide, 'F\u0001')).toEqual({ id: 'F\u0001' });
});

test('an item stands for its finding, a comment or a report for itself', () => {
  const product = 'shop';
  const finding = { finding: findingOf(), seenAt: 1 };
  const comment = { comment: { finding: 'F-1', product, id: 'c1' }, seenAt: 1 } as unknown as CommentItem;
  const report = { report: { id: 'r1' }, seenAt: 1 } as unknown as InboxItem;
  expect(
    [finding, { gone: 'F-1', product, why: 'absent', seenAt: 1 } as const].map((item) =>
      refTextOf(narrow, item),
    ),
  ).toEqual(Array(2).fill(refText(narrow, { id: 'F-1', product })));
  expect(refOf(comment)).toEqual({ id: 'F-1', product });
  expect(refTextOf(narrow, comment)).toBe(refText(narrow, { id: 'F-1', product, comment: 'c1' }));
  expect(refTextOf(wide, report)).toBe('report:r1');
});
