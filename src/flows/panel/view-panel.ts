/** What the panel shows on an issue. */
import type { PanelView } from '../../contract/api';
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { Role } from '../../contract/settings';
import { issueMade, issueThere, roleOf } from '../../core/sync/issues';
import { recordsOfIssues } from '../records/own-issue';
import type { ReadPorts } from '../ports';

/** Whether the person who looks may see an issue. */
export type MaySee = (idOrKey: string) => Promise<boolean>;

/** Whose the issue is, its pointer tells. An issue that this person may not see is not even hinted at. */
export async function viewPanel(ports: ReadPorts, issueId: string, maySee: MaySee): Promise<PanelView> {
  if (!(await maySee(issueId))) return {};
  const { record } = (await recordsOfIssues(ports, [issueId])).get(issueId) ?? {};
  const role = record && roleOf(record, issueId);
  if (!record || !role) return {};
  const other = issueThere(record, role === 'product' ? 'security' : 'product');
  const linked = other && (await maySee(other.id)) ? other.id : undefined;
  const reason = await reasonFor(record, role, maySee);
  return {
    finding: { ...record.facts, id: record.findingId, product: record.product },
    role,
    sync: { state: record.state, ...(reason === undefined ? {} : { reason }) },
    ...(linked === undefined ? {} : { linked: { id: linked } }),
  };
}

/** What holds the finding up, unless it names an issue that this person may not see. */
async function reasonFor(record: LinkRecord, role: Role, maySee: MaySee): Promise<Reason | undefined> {
  const { reason } = record;
  const own = issueMade(record, role)?.key;
  for (const key of keysIn(reason)) if (key !== own && !(await maySee(key))) return undefined;
  return reason;
}

function keysIn(reason: Reason | undefined): readonly string[] {
  if (!reason) return [];
  if ('keys' in reason) return reason.keys;
  return 'key' in reason ? [reason.key] : [];
}
