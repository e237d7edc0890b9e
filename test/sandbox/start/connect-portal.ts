/** Connects the sandbox's portal to the app by push, as an admin does it, and gives it findings of its own. */
import type { ForgeHost } from '../forge/host';
import { sendFindings } from '../portal/send';
import { portalOrigin, pushAddress } from '../portal/address';
import type { RunningPortal } from '../portal/start-portal';
import type { PortalFinding } from '../portal/store';
import { callAdminPage } from './call-admin-page';

const own = [
  { id: 'PORTAL-1', title: 'Broken access control in the order export', severity: 'critical' },
  { id: 'PORTAL-2', title: 'Password reset tokens do not expire', severity: 'high' },
  { id: 'PORTAL-3', title: 'Server header names its version', severity: 'low' },
] as const;

/** Makes a connection that is told by push, approves its address, and sends the portal's first findings. */
export async function connectPortal(host: ForgeHost, { state }: RunningPortal, now: number): Promise<void> {
  const created = await callAdminPage(host, 'connections.create', {
    name: 'Portal of the sandbox',
    method: 'signature',
  });
  if (!('secret' in created)) throw new Error('The connection has no secret.');
  const key = created.connection;
  host.egress.approve(`portal-${key}`, portalOrigin);
  const { secret: signing } = await callAdminPage(host, 'connections.setOutbound', {
    connection: key,
    mode: 'push',
    url: pushAddress,
    comments: { between: true },
  });
  if (signing === undefined) throw new Error('Pushes are not signed.');
  state.access = { baseUrl: created.baseUrl, secret: created.secret, signing };
  const updatedAt = new Date(now).toISOString();
  state.findings = own.map((one): PortalFinding => ({
    ...one,
    ...{ product: 'orders', status: 'verified', updatedAt, issues: {}, comments: [] },
  }));
  await sendFindings(state, state.findings);
}
