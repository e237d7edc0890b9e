/** The five-minute schedule. */
import { sweep as sweepInbox } from '../flows/sweep';
import { withPorts } from './wire';

export async function sweep(): Promise<{ statusCode: number }> {
  await withPorts('bulk', sweepInbox);
  return { statusCode: 204 };
}
