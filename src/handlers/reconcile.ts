/** The hourly schedule. */
import { resumeForgetting } from '../flows/connections/forget-archived';
import { lookAtNext } from '../flows/watch/look-at-all';
import { lookAtRecent } from '../flows/watch/reconcile';
import { withPorts } from './wire';

export async function reconcile(): Promise<{ statusCode: number }> {
  await withPorts('background', resumeForgetting);
  await withPorts('bulk', lookAtRecent);
  await withPorts('background', lookAtNext);
  return { statusCode: 204 };
}
