/** The project page's resolver. It only asks for retests: what the page shows it reads from Jira as the person. */
import Resolver from '@forge/resolver';
import { z } from 'zod';
import { fieldProblems } from '../contract/invalid-fields';
import { projectPageInputs } from '../contract/project-page-calls';
import { failureLine } from '../core/data/failure-line';
import { askRetests } from '../flows/panel/ask-retests';
import { refused } from '../flows/panel/refused';
import { personOf } from '../gateways/jira/as-user';
import { invalid } from './admin/invalid';
import { withPorts } from './wire';

const Context = z.object({ accountId: z.string() });
const name = 'page.retest';

const resolver = new Resolver();
resolver.define(name, async ({ payload, context }: { payload: unknown; context: unknown }) => {
  const input = projectPageInputs[name].safeParse(payload ?? {});
  if (!input.success) return invalid(fieldProblems(input.error));
  const { accountId = '' } = Context.safeParse(context).data ?? {};
  const { issues, reason } = input.data;
  try {
    const ask = { ...(reason === undefined ? {} : { reason }) };
    return await withPorts('urgent', async (ports) => ({
      outcomes: await askRetests(ports, issues, personOf(accountId), ask),
    }));
  } catch (error) {
    console.error(failureLine(name, error));
    return refused('unavailable', 'This did not work just now. Try again in a moment.');
  }
});

/** The function behind the project page. */
export const projectPage = resolver.getDefinitions();
