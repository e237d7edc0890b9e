/** The daily schedule. */
import { checkReferences } from '../flows/check-references';
import { createPorts } from './wire';

export async function daily(): Promise<{ statusCode: number }> {
  await checkReferences(createPorts());
  return { statusCode: 204 };
}
