import type { PendingChunk } from '../../../src/contract/inbox';
import { waitingFindings } from '../../../src/core/activity/waiting';

const mark = (connection: string, over: Partial<PendingChunk> = {}): PendingChunk => ({
  id: 'c1',
  connection,
  receipt: 'r1',
  acceptedAt: 1,
  notBefore: 1,
  attempts: 0,
  ...over,
});

test('what waits is counted in findings, by connection; of a chunk that is half done only what is left', () => {
  const marks = [
    mark('a', { findings: 100 }),
    mark('a', { findings: 100, only: ['x', 'y'] }),
    mark('b', { findings: 3 }),
  ];
  expect(waitingFindings(marks, false)).toEqual([
    { connection: 'a', findings: 102 },
    { connection: 'b', findings: 3 },
  ]);
});

test('a report, a mark of an older version and a list that goes on may hold more', () => {
  expect(waitingFindings([mark('a', { findings: 2 }), mark('a')], false)).toEqual([
    { connection: 'a', findings: 2, more: true },
  ]);
  expect(waitingFindings([mark('a', { findings: 2 })], true)).toEqual([
    { connection: 'a', findings: 2, more: true },
  ]);
});

test('comments are no findings', () => {
  expect(waitingFindings([mark('a', { findings: 0 })], false)).toEqual([]);
});
