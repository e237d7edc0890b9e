import type { LinkRecord } from '../../contract/link-record';
import { roles } from '../../contract/settings';
import { issueMade } from '../../core/sync/issues';

/**
 * A record that a pass goes on with takes over what its first save noted of it: what that meant and owes, and what is
 * over by it. Else the next save would find, and tell, the same anew. Its issues stay the objects that the pass holds.
 */
export function takeOver(record: LinkRecord, saved: LinkRecord): void {
  const { hearing, decided, facts, todo, sla, ...rest } = structuredClone(saved);
  Object.assign(record, { hearing, decided, facts, todo, sla });
  for (const role of roles) {
    const [own, noted] = [issueMade(record, role), issueMade(rest, role)];
    if (own && noted) own.sent = noted.sent;
  }
}
