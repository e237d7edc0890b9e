/** The hourly schedule. */
import { reconcile as reconcileIssues } from '../flows/reconcile';
import { createPorts } from './wire';

export async function reconcile(): Promise<{ statusCode: number }> {
  await reconcileIssues(createPorts());
  return { statusCode: 204 };
}
