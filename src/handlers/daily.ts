/** The daily schedule. */
import { rollUp } from '../flows/activity-totals';
import { checkReferences } from '../flows/check-references';
import { createPorts } from './wire';

export async function daily(): Promise<{ statusCode: number }> {
  const ports = createPorts();
  await rollUp(ports);
  await checkReferences(ports);
  return { statusCode: 204 };
}
