import type { AdminCall, AdminInput, AdminOutputs } from '../../../src/contract/api';
import { PEOPLE } from '../../sandbox/jira/seed';
import type { Sandbox } from './sandbox';
import type { Who } from './visitors';

/** Calls the admin resolver as that person; whatever it answers, refusals included. */
export function callAdmin({ host }: Sandbox, who: Who, name: AdminCall, input: object): Promise<unknown> {
  return host.invokeResolver('jira:adminPage', 'admin', name, input, { accountId: PEOPLE[who] });
}

/** Calls the admin resolver as the site admin. @throws with the words of a refusal */
export async function callAsAdmin<Name extends AdminCall>(
  sandbox: Sandbox,
  name: Name,
  input: AdminInput<Name>,
): Promise<AdminOutputs[Name]> {
  const answer = await callAdmin(sandbox, 'admin', name, input);
  if (typeof answer === 'object' && answer !== null && 'error' in answer)
    throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer as AdminOutputs[Name];
}
