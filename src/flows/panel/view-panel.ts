/** What the panel shows on an issue. */
import type { PanelView } from '../../contract/api';
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import { type Role, roles } from '../../contract/settings';
import { recordsOfIssues } from '../records/own-issue';
import type { ReadPorts } from '../ports';

/** Whether the person who looks may see an issue. */
export type MaySee = (idOrKey: string) => Promise<boolean>;

/** Whose the issue is, its pointer tells. An issue that this person may not see is not even hinted at. */
export async function viewPanel(ports: ReadPorts, issueId: string, maySee: MaySee): Promise<PanelView> {
  if (!(await maySee(issueId))) return {};
  const { record } = (await recordsOfIssues(ports, [issueId])).get(issueId) ?? {};
  const role = record && roles.find((one) => record.issues[one]?.id === issueId);
  if (!record || !role) return {};
  const other = record.issues[role === 'product' ? 'security' : 'product'];
  const linked = other?.id !== undefined && !other.gone && (await maySee(other.id)) ? other.id : undefined;
  const reason = await reasonFor(record, role, maySee);
  return {
    finding: { ...record.facts, id: record.findingId, product: record.product },
    role,
    sync: { state: record.state, ...(reason === undefined ? {} : { reason }) },
    ...(linked === undefined ? {} : { linked: { id: linked } }),
  };
}

/** What holds the finding up, unless it names another issue that this person may not see. */
async function reasonFor(
  { reason, issues }: LinkRecord,
  role: Role,
  maySee: MaySee,
): Promise<Reason | undefined> {
  const isOpenToAll = !reason || !('key' in reason) || reason.key === issues[role]?.key;
  return isOpenToAll || (await maySee(reason.key)) ? reason : undefined;
}
