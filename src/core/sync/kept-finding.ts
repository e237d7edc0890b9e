/** The finding to which settings are applied anew: what was kept of it, and what became of it since. */
import type { Finding } from '../../contract/finding';
import type { LinkRecord } from '../../contract/link-record';

/**
 * Undefined: nothing is kept of it, it is a group and no finding, or it is about to end, and applying what the portal said before would take that
 * back. What ended without another snapshot stays ended.
 */
export function keptFinding(record: LinkRecord, snapshot: Finding | undefined): Finding | undefined {
  const { todo, forgotten, unreadable, facts } = record;
  if (record.group !== undefined || unreadable !== undefined || forgotten || todo?.close !== undefined)
    return undefined;
  const kept = (record.state === 'held' ? record.held : undefined) ?? snapshot;
  return kept === undefined || kept.status === facts.status ? kept : { ...kept, status: facts.status };
}
