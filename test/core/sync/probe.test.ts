import type { LinkRecord } from '../../../src/contract/link-record';
import { judgeProbe } from '../../../src/core/sync/probe';
import { now, recordOf } from '../builders';

const record = (over: Partial<LinkRecord>) => over as LinkRecord;
const hour = 60 * 60_000;

test.each([
  ['waits', record({ state: 'pending', cause: 'a' }), hour],
  ['failed', record({ state: 'pending', cause: 'a' }), 3 * hour],
  ['failed', record({ state: 'held', cause: 'a' }), 1],
  ['passed', record({ state: 'held', cause: 'b' }), 1],
  ['passed', record({ state: 'synced' }), 1],
  ['passed', undefined, 1],
] as const)('a tried finding %s by what its record says', (expected, one, now) => {
  expect(judgeProbe('a', one, 0, now)).toBe(expected);
});

test('a finding that is tried and still waits tells nothing after two hours', () => {
  const hours = 60 * 60_000;
  const waiting = recordOf({ state: 'pending' });
  expect([2 * hours - 1, 2 * hours].map((waited) => judgeProbe('c', waiting, now, now + waited))).toEqual([
    'waits',
    'failed',
  ]);
});
