/** A link record as a row of its entity. */
import type { LinkRecord } from '../../contract/link-record';
import { recordVersion } from '../../contract/stored/link-records';
import { followedStatus } from '../../core/sync/decided';
import { issuesThere } from '../../core/sync/issues';
import { packRecord } from './packed';

export const entityName = 'link';

export interface Row extends Record<string, string | number> {
  readonly version: number;
}

/** Flat attributes are those that an index or a condition needs; the rest lies packed in `body`. Absent ones are left out. */
export function toRow(record: LinkRecord): Row {
  const { connection, findingId, product, state, version, cause, parked, seenAt, leaseUntil, ...rest } =
    record;
  const { facts, todo } = rest;
  const times = Object.values(todo ?? {});
  const row: Record<string, string | number | undefined> = {
    connection,
    findingId,
    product,
    state,
    cause,
    parked,
    seenAt,
    leaseUntil,
    tool: facts.tool,
    // Only of findings with issues: nobody asks for the others by status.
    status: issuesThere(record).length > 0 ? followedStatus(record) : undefined,
    // What somebody works on must not stand in the way of what is due behind it.
    dueAt: times.length > 0 ? Math.max(Math.min(...times), leaseUntil ?? 0) : undefined,
    body: packRecord({ v: recordVersion, ...rest }),
  };
  const entries = Object.entries(row).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(entries), version };
}
