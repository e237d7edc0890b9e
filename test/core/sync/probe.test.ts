import type { LinkRecord } from '../../../src/contract/link-record';
import { judgeProbe } from '../../../src/core/sync/probe';

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
