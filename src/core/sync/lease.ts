/** Who may work on a finding: a lease is a time in its record. When the worker dies, others have their turn after it. */
import type { LinkRecord } from '../../contract/link-record';

/** How long a pass holds its records: longer than it works. Were it too short, claims still keep creates apart. */
export const passLeaseMs = 5 * 60_000;

/** Longer than the handler of an event may run, and short enough for its next delivery to go on when it died. */
export const eventLeaseMs = 60_000;

/** When to look again at what somebody else works on, or was faster with. */
export const busySeconds = 30;

/** Whether somebody works on the finding. `now` in ms. */
export function isLeased(record: LinkRecord, now: number): record is LinkRecord & { leaseUntil: number } {
  return record.leaseUntil !== undefined && record.leaseUntil > now;
}
