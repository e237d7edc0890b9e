/** The admin page's resolver. Every call checks on the server that the caller administers Jira. */
import Resolver from '@forge/resolver';
import { adminInputs, type ApiError } from '../../contract/api';
import { fieldProblems } from '../../contract/invalid-fields';
import { failureLine } from '../../core/data/failure-line';
import { isJiraAdmin } from '../../gateways/jira/as-user';
import { BadCursor } from '../../core/data/bad-cursor';
import { withPorts } from '../wire';
import type { Admin } from './call';
import { adminCalls, type KnownCall } from './calls';
import { invalid } from './invalid';

const resolver = new Resolver();
for (const name of Object.keys(adminCalls) as KnownCall[])
  resolver.define(name, ({ payload, context }: { payload: unknown; context: { accountId?: string } }) =>
    answer(name, payload, context.accountId),
  );

async function answer(name: KnownCall, payload: unknown, accountId: string | undefined): Promise<object> {
  if (accountId === undefined || !(await isJiraAdmin()))
    return refusal({ code: 'forbidden', message: 'Only Jira administrators may do this. Ask one of them.' });
  const input = adminInputs[name].safeParse(payload ?? {});
  if (!input.success) return invalid(fieldProblems(input.error));
  try {
    return await withPorts('urgent', (ports) => act(name, input.data, { ports, accountId }));
  } catch (error) {
    if (error instanceof BadCursor) return invalid([{ path: 'cursor', message: { code: 'misfit' } }]);
    console.error(failureLine(`admin ${name}`, error));
    return refusal({
      code: 'unavailable',
      message: 'This did not work just now. Nothing was changed; try again in a moment.',
    });
  }
}

/** The name picks the call and the schema that its input was checked with. */
function act(name: KnownCall, input: unknown, admin: Admin): Promise<object> {
  const call = adminCalls[name] as (input: unknown, admin: Admin) => Promise<object>;
  return call(input, admin);
}

function refusal(error: ApiError): object {
  return { error };
}

/** The function behind the admin page. */
export const admin = resolver.getDefinitions();
