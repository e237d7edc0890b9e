import type { AdminCall, AdminInput, AdminOutputs } from '../../../src/contract/api';
import type { ForgeHost } from '../forge/host';
import { PEOPLE } from '../jira/seed';

/** A call of the admin page by the site's admin. @throws with the code of a refusal */
export async function callAdminPage<Name extends AdminCall>(
  host: ForgeHost,
  name: Name,
  input: AdminInput<Name>,
): Promise<AdminOutputs[Name]> {
  const answer = await host.invokeResolver('jira:adminPage', 'admin', name, input, {
    accountId: PEOPLE.admin,
  });
  if (typeof answer === 'object' && answer !== null && 'error' in answer)
    throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer as AdminOutputs[Name];
}
