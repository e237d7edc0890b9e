import { isLeased, passLeaseMs } from '../../../src/core/sync/lease';
import { now, recordOf } from '../builders';

test('a finding is somebody’s until its lease ends, and to the millisecond not longer', () => {
  const record = recordOf({ leaseUntil: 1000 });
  expect(isLeased(record, 999)).toBe(true);
  expect(isLeased(record, 1000)).toBe(false);
  expect(isLeased(recordOf(), 0)).toBe(false);
});

test('a finding that nobody leased is free, and a pass holds its records for five minutes', () => {
  expect([isLeased(recordOf(), now), passLeaseMs]).toEqual([false, 300_000]);
});
