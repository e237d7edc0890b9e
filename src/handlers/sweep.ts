/** The five-minute schedule. */
import { sweep as sweepInbox } from '../flows/sweep';
import { createPorts } from './wire';

export async function sweep(): Promise<{ statusCode: number }> {
  await sweepInbox(createPorts());
  return { statusCode: 204 };
}
