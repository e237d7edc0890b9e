/** Resolvers of what stands on an issue. The issue comes from the context; what is shown and done is what the person may. */
import Resolver from '@forge/resolver';
import { z } from 'zod';
import { fieldProblems } from '../contract/invalid-fields';
import { failureLine } from '../core/data/failure-line';
import { refused } from '../flows/panel/refused';
import type { Ports } from '../flows/ports';
import type { Person } from '../flows/ports-person';
import { personOf } from '../gateways/jira/as-user';
import { invalid } from './admin/invalid';
import { withPorts } from './wire';

const Context = z.object({
  accountId: z.string().optional(),
  extension: z.object({ issue: z.object({ id: z.string() }) }),
});

/** The issue that the page stands on, and who looks at it. */
export interface Place {
  readonly ports: Ports;
  readonly issueId: string;
  readonly person: Person;
}

type Inputs = Readonly<Record<string, z.ZodType>>;
type CallsOf<Of extends Inputs> = {
  readonly [Name in keyof Of]: (at: Place, input: z.output<Of[Name]>) => Promise<object>;
};

/**
 * A resolver of calls by name, each with its input checked by the schema of the same name.
 * @param nowhere what a call answers where there is no issue
 */
export function issueResolver<Of extends Inputs>(
  inputs: Of,
  calls: CallsOf<Of>,
  nowhere: (name: string) => object,
): ReturnType<Resolver['getDefinitions']> {
  const resolver = new Resolver();
  for (const [name, schema] of Object.entries(inputs)) {
    // The name picks the call and the schema that its input is checked with.
    const call = calls[name] as (at: Place, input: unknown) => Promise<object>;
    resolver.define(name, async ({ payload, context }: { payload: unknown; context: unknown }) => {
      const { accountId = '', extension } = Context.safeParse(context).data ?? {};
      const issueId = extension?.issue.id;
      if (issueId === undefined) return nowhere(name);
      const input = schema.safeParse(payload ?? {});
      if (!input.success) return invalid(fieldProblems(input.error));
      return answer(name, (ports) => call({ ports, issueId, person: personOf(accountId) }, input.data));
    });
  }
  return resolver.getDefinitions();
}

async function answer(name: string, work: (ports: Ports) => Promise<object>): Promise<object> {
  try {
    return await withPorts('urgent', work);
  } catch (error) {
    console.error(failureLine(name, error));
    return refused('unavailable', 'This did not work just now. Try again in a moment.');
  }
}
