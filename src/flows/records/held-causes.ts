/**
 * What holds findings up has an entry as long as it holds one up. Whoever parks a finding and whoever finds that a cause
 * holds nothing up any more work at the same time: each looks again after it wrote, so that one of them sees the other.
 */
import type { LinkRecord } from '../../contract/link-record';
import type { Ports } from '../ports';

/** Before records are written, so that no finding is held up for a reason that nobody sees. */
export async function noteCauses(ports: Ports, records: Iterable<LinkRecord>): Promise<void> {
  for (const [cause, reason] of causesOf(records)) await ports.causes.note(cause, reason, ports.now());
}

/** After they were written: the entry may have been taken away in between. */
export async function keepCauses(ports: Ports, records: Iterable<LinkRecord>): Promise<void> {
  for (const [cause, reason] of causesOf(records)) await ports.causes.keep(cause, reason, ports.now());
}

/** Takes the entry away, unless the cause holds something up meanwhile. */
export async function forgetCause(ports: Ports, cause: string): Promise<void> {
  await ports.causes.remove(cause);
  const { records } = await ports.links.heldPage(cause, undefined, 1);
  await keepCauses(
    ports,
    records.map(({ record }) => record),
  );
}

function causesOf(records: Iterable<LinkRecord>) {
  return new Map(
    [...records].flatMap((record) =>
      record.state === 'held' && record.leaseUntil === undefined ? [[record.cause, record.reason]] : [],
    ),
  );
}
