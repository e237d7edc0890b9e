/** What the panel shows on an issue. */
import type { PanelView } from '../../contract/api';
import { roles } from '../../contract/settings';
import { linkKey } from '../../core/sync/link-key';
import { connectionOfOwner } from '../../core/sync/owner';
import type { Ports } from '../ports';

/** `property` is the issue's identity as the person who looks may read it; the record must name the issue. */
export async function viewPanel(
  ports: Ports,
  issueId: string,
  property: { owner: unknown; id: unknown },
): Promise<PanelView> {
  const connection = connectionOfOwner(ports.site.environment(), property.owner);
  if (connection === undefined || typeof property.id !== 'string') return {};
  const key = linkKey(connection, property.id);
  const record = (await ports.links.getMany([key])).get(key);
  const role = record && roles.find((one) => record.issues[one]?.id === issueId);
  if (!record || !role) return {};
  const other = record.issues[role === 'product' ? 'security' : 'product'];
  return {
    finding: { ...record.facts, id: record.findingId, product: record.product },
    role,
    sync: { state: record.state, ...(record.reason === undefined ? {} : { reason: record.reason }) },
    ...(other?.id === undefined || other.gone ? {} : { linked: { id: other.id } }),
  };
}
