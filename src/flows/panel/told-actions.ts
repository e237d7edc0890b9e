import { actionEvents, type PanelAction, panelActions } from '../../contract/panel-calls';
import type { LinkRecord } from '../../contract/link-record';
import { taskConnection } from '../../contract/tasks';
import type { ReadPorts } from '../ports';

/**
 * What people do on the panel of a finding that its portal hears of. Undefined: it has none but the app itself, as the
 * findings of recurring tasks.
 */
export async function toldActions(
  { connections }: Pick<ReadPorts, 'connections'>,
  { connection }: Pick<LinkRecord, 'connection'>,
): Promise<readonly PanelAction[] | undefined> {
  if (connection === taskConnection) return undefined;
  const portal = await connections.get(connection);
  if (portal?.hears === undefined || portal.archived) return [];
  const { events } = portal;
  return panelActions.filter((action) => events?.includes(actionEvents[action]) ?? true);
}
