import type { Rename } from '../../../src/contract/connection';
import type { InboxItem } from '../../../src/contract/inbox';
import { readRef, refText } from '../../../src/core/sync/link-key';
import { renamedItem, renamedRef } from '../../../src/core/sync/renamed-item';
import { formerNames, holds, productNow, withRename } from '../../../src/core/sync/renames';
import { dayMs, findingOf, now } from '../builders';

const week = 7 * dayMs;
const rename = (from: string, to: string, doneAt?: number): Rename => ({
  from,
  to,
  at: now,
  job: 'job-1',
  ...(doneAt === undefined ? {} : { doneAt }),
});
const chain = [rename('b', 'c'), rename('a', 'b', now)];

test('an old name stands for the new one while it is being renamed and for a week after', () => {
  expect(
    [undefined, now, now - week + 1, now - week].map((doneAt) => holds(rename('a', 'b', doneAt), now)),
  ).toEqual([true, true, true, false]);
});

test.each([
  ['a name that was never changed', chain, 'x', 'x'],
  ['a name that was changed', chain, 'b', 'c'],
  ['a name that was changed twice', chain, 'a', 'c'],
  ['the name that holds', chain, 'c', 'c'],
  ['a name that was changed long ago', [rename('a', 'b', now - week)], 'a', 'a'],
  ['a name of which only a later change holds', [rename('a', 'x', now - week), rename('a', 'b')], 'a', 'b'],
])('%s', (_name, renames, product, found) => {
  expect(productNow(renames, product, now)).toBe(found);
});

test('findings may lie under the names that are being changed, and no others', () => {
  const renames = [rename('a', 'c'), rename('b', 'c', now), rename('d', 'a'), rename('x', 'y')];
  expect(formerNames(renames, 'c', now)).toEqual(['a', 'd']);
  expect(formerNames(renames, 'q', now)).toEqual([]);
});

test('a name that is taken stands for itself again, and what is over is forgotten', () => {
  const next = rename('b', 'a');
  const others = [rename('a', 'b'), rename('b', 'x'), rename('c', 'd', now - week)];
  expect(withRename([...others, rename('p', 'q')], next, now)).toEqual([rename('p', 'q'), next]);
});

test.each<[string, Rename[], Rename, string, string]>([
  ['another product', [rename('a', 'b', now), rename('b', 'c')], rename('x', 'b'), 'a', 'c'],
  ['the product itself', [rename('a', 'b'), rename('b', 'c')], rename('c', 'b'), 'a', 'b'],
  ['the product itself, going back', [rename('a', 'b'), rename('b', 'c')], rename('c', 'a'), 'b', 'a'],
])('an old name keeps its product when %s takes a name in between', (_name, renames, next, from, found) => {
  expect(productNow(withRename(renames, next, now), from, now)).toBe(found);
});

describe('what comes under an old name', () => {
  const renames = [rename('old', 'new')];
  const renamed = (item: InboxItem) => renamedItem(item, renames, now);
  const finding = (product: string) => ({ finding: findingOf({ product }), seenAt: now });
  const report = (product: string) => ({ report: { product, id: 'r' }, seenAt: now }) as unknown as InboxItem;
  const comment = (product?: string) =>
    ({ comment: { product, finding: 'F-1', id: 'c' }, seenAt: now }) as unknown as InboxItem;
  const gone = (product?: string): InboxItem => ({
    gone: 'F-1',
    why: 'absent',
    ...(product === undefined ? {} : { product }),
    seenAt: now,
  });

  test.each<[string, InboxItem, InboxItem]>([
    ['a finding', finding('old'), finding('new')],
    ['a report', report('old'), report('new')],
    ['a comment', comment('old'), comment('new')],
    ['a finding that is gone', gone('old'), gone('new')],
  ])('goes under the new one: %s', (_name, item, expected) => {
    expect(renamed(item)).toEqual(expected);
  });

  test.each<[string, InboxItem]>([
    ['a finding', finding('other')],
    ['a report', report('other')],
    ['a comment without a product', comment()],
    ['a finding that is gone, without a product', gone()],
  ])('is left as it is under another name: %s', (_name, item) => {
    expect(renamed(item)).toBe(item);
  });

  test('is found by it where the product is part of what tells findings apart', () => {
    const text = (product: string, comment?: string) => refText('pabcdef', { id: 'F-1', product, comment });
    expect(renamedRef('pabcdef', text('old'), renames, now)).toBe(text('new'));
    expect(renamedRef('pabcdef', text('old', 'c'), renames, now)).toBe(text('new', 'c'));
    expect(renamedRef('pabcdef', text('other'), renames, now)).toBe(text('other'));
    expect(renamedRef('abcdef', 'old', renames, now)).toBe('old');
    expect(readRef('pabcdef', text('old', 'c'))).toEqual({ id: 'F-1', product: 'old', comment: 'c' });
  });
});
