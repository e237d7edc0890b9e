/** The daily schedule. */
import { rollUp } from '../flows/activity/activity-totals';
import { checkReferences } from '../flows/settings/check-references';
import { withPorts } from './wire';

export async function daily(): Promise<{ statusCode: number }> {
  await withPorts('background', async (ports) => {
    await rollUp(ports);
    await checkReferences(ports);
  });
  return { statusCode: 204 };
}
