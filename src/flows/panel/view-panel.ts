/** What the panel shows on an issue. */
import type { PanelView } from '../../contract/api';
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import { type Role, roles } from '../../contract/settings';
import { linkKey } from '../../core/sync/link-key';
import { connectionOfOwner } from '../../core/sync/owner';
import type { ReadPorts } from '../ports';

/** The person who looks: what the issue's identity is to them, and which other issues they may see. */
export interface Viewer {
  readonly identity: { readonly owner: unknown; readonly id: unknown };
  readonly maySee: (idOrKey: string) => Promise<boolean>;
}

/** The record must name the issue. Another issue that this person may not see is not even hinted at. */
export async function viewPanel(
  ports: ReadPorts,
  issueId: string,
  { identity, maySee }: Viewer,
): Promise<PanelView> {
  const connection = connectionOfOwner(ports.site.environment(), identity.owner);
  if (connection === undefined || typeof identity.id !== 'string') return {};
  const key = linkKey(connection, identity.id);
  const record = (await ports.links.getMany([key])).get(key);
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
  maySee: Viewer['maySee'],
): Promise<Reason | undefined> {
  const isOpenToAll = !reason || !('key' in reason) || reason.key === issues[role]?.key;
  return isOpenToAll || (await maySee(reason.key)) ? reason : undefined;
}
