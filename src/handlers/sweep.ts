/** The five-minute schedule. */
import { sweep as sweepInbox } from '../flows/intake/sweep';
import { withPorts } from './wire';

export async function sweep(): Promise<{ statusCode: number }> {
  await withPorts('bulk', sweepInbox);
  return { statusCode: 204 };
}
