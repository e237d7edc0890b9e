import { isLeased } from '../../../src/core/sync/lease';
import { recordOf } from '../builders';

test('a finding is somebody’s until its lease ends, and to the millisecond not longer', () => {
  const record = recordOf({ leaseUntil: 1000 });
  expect(isLeased(record, 999)).toBe(true);
  expect(isLeased(record, 1000)).toBe(false);
  expect(isLeased(recordOf(), 0)).toBe(false);
});
