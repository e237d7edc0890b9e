/** Actions of Jira Automation. A rule acts as the user of its connection; what that user may not do, it may not either. */
import { z } from 'zod';
import { type AutomationAnswer, automationInputs } from '../contract/automation-calls';
import { fieldProblems } from '../contract/invalid-fields';
import { failureLine } from '../core/data/failure-line';
import {
  acceptByRule,
  type Acting,
  type Automated,
  rejectByRule,
  retestByRule,
} from '../flows/panel/automate';
import { isUserConnected, personOf } from '../gateways/jira/as-user';
import { invalid } from './admin/invalid';
import { withPorts } from './wire';

const Context = z.object({ principal: z.object({ accountId: z.string() }) });
/** The documentation shows the inputs both as the argument itself and below `payload`. */
const Nested = z.object({ payload: z.record(z.string(), z.unknown()) });

const noConsent =
  'The user of this rule’s connection has not allowed Security Findings to act for them. They have to open a page of the app once, for example its panel on an issue, and allow it; it then stands under Connected apps of their Atlassian account.';
const later = 'This did not work just now. Run the rule again in a moment.';

/** Asks for a retest. */
export const automateRetest = action(automationInputs['ask-retest'], retestByRule);
/** Marks the finding as a false positive. */
export const automateFalsePositive = action(automationInputs['mark-false-positive'], rejectByRule);
/** Accepts the risk of the finding for a while. */
export const automateAcceptance = action(automationInputs['accept-risk'], acceptByRule);

function action<Input>(
  schema: z.ZodType<Input>,
  work: (acting: Acting, input: Input) => Promise<Automated>,
): (given: unknown, context: unknown) => Promise<AutomationAnswer> {
  return async (given, context) => {
    const input = schema.safeParse(Nested.safeParse(given).data?.payload ?? given);
    if (!input.success) return failed(invalid(fieldProblems(input.error)).error.message);
    const { accountId } = Context.safeParse(context).data?.principal ?? {};
    if (accountId === undefined) return failed(noConsent);
    try {
      const person = personOf(accountId);
      const done = await withPorts('urgent', (ports) => work({ ports, person }, input.data));
      return 'error' in done ? failed(await whyNot(done)) : done;
    } catch (error) {
      console.error(failureLine('automation', error));
      return failed(later);
    }
  };
}

/** Whoever has not consented sees no issue: only then it is worth a call to tell which it is. */
async function whyNot({ error }: Extract<Automated, { error: unknown }>): Promise<string> {
  return error.code === 'not_found' && !(await isUserConnected()) ? noConsent : error.message;
}

function failed(message: string): AutomationAnswer {
  return { errors: [{ message }] };
}
