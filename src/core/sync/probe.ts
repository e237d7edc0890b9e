import type { LinkRecord } from '../../contract/link-record';

/** After this a tried finding that still waits tells nothing. */
const patienceMs = 2 * 60 * 60_000;

/** What became of the one finding that was tried to see whether its cause is gone. */
export function judgeProbe(
  cause: string,
  record: LinkRecord | undefined,
  triedAt: number,
  now: number,
): 'waits' | 'passed' | 'failed' {
  if (record?.state === 'pending') return now - triedAt < patienceMs ? 'waits' : 'failed';
  return record?.state === 'held' && record.cause === cause ? 'failed' : 'passed';
}
