import { type ClaimStep, nextClaimStep, searchDelays } from '../../../src/core/sync/claim';
import { now } from '../builders';

test('the index gets half a minute for the first search and three minutes for the second', () => {
  expect(searchDelays).toEqual([30_000, 180_000]);
});

test.each<[string, number, number, ClaimStep]>([
  ['right after the call: wait', 0, 0, { kind: 'wait', until: now + 30_000 }],
  ['a moment before the first search: wait', 0, 29_999, { kind: 'wait', until: now + 30_000 }],
  ['half a minute later: search', 0, 30_000, { kind: 'search' }],
  ['long after: still search first', 0, 3_600_000, { kind: 'search' }],
  ['after one empty search: wait again', 1, 30_000, { kind: 'wait', until: now + 180_000 }],
  ['a moment before the second search: wait', 1, 179_999, { kind: 'wait', until: now + 180_000 }],
  ['three minutes later: search', 1, 180_000, { kind: 'search' }],
  ['after two empty searches: create', 2, 0, { kind: 'create' }],
  ['after more: create', 3, 200_000, { kind: 'create' }],
])('%s', (_, searches, passed, expected) => {
  expect(nextClaimStep({ id: 'c', at: now, searches }, now + passed)).toEqual(expected);
});
