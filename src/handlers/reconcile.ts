/** The hourly schedule. */
import { lookAtNext } from '../flows/look-at-all';
import { lookAtRecent } from '../flows/reconcile';
import { withPorts } from './wire';

export async function reconcile(): Promise<{ statusCode: number }> {
  await withPorts('bulk', lookAtRecent);
  await withPorts('background', lookAtNext);
  return { statusCode: 204 };
}
