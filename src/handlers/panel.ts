/** The issue panel's resolver. The issue comes from the context; what is shown and done is what this person may. */
import Resolver from '@forge/resolver';
import { z } from 'zod';
import { fieldProblems } from '../contract/invalid-fields';
import { type PanelCall, panelInputs, type PanelParsed, type PanelView } from '../contract/panel-calls';
import { failureLine } from '../core/data/failure-line';
import { askRetest } from '../flows/panel/ask-retest';
import { decideRisk } from '../flows/panel/decide-risk';
import { linkIssue, unlinkIssue } from '../flows/panel/link-issue';
import { type Acted, noFinding, refused } from '../flows/panel/refused';
import { takeBack } from '../flows/panel/take-back';
import { viewPanel } from '../flows/panel/view-panel';
import type { Ports } from '../flows/ports';
import type { Person } from '../flows/ports-person';
import { personOf } from '../gateways/jira/as-user';
import { invalid } from './admin/invalid';
import { withPorts } from './wire';

const Context = z.object({
  accountId: z.string().optional(),
  extension: z.object({ issue: z.object({ id: z.string() }) }),
});

/** The issue that the panel stands on, and who looks at it. */
interface Place {
  readonly ports: Ports;
  readonly issueId: string;
  readonly person: Person;
}
type Calls = {
  readonly [Name in PanelCall]: (at: Place, input: PanelParsed<Name>) => Promise<Acted | PanelView>;
};

const calls: Calls = {
  'panel.get': ({ ports, issueId, person }) => viewPanel(ports, issueId, person),
  'panel.reject': ({ ports, issueId, person }, { reason }) =>
    decideRisk(ports, issueId, person, { kind: 'rejected', reason }),
  'panel.accept': ({ ports, issueId, person }, { until, reason }) =>
    decideRisk(ports, issueId, person, { kind: 'accepted', until, reason }),
  'panel.retest': ({ ports, issueId, person }, input) => askRetest(ports, issueId, person, input),
  'panel.takeBack': ({ ports, issueId, person }) => takeBack(ports, issueId, person),
  'panel.link': ({ ports, issueId, person }, { key }) => linkIssue(ports, issueId, person, key),
  'panel.unlink': ({ ports, issueId, person }) => unlinkIssue(ports, issueId, person),
};

const resolver = new Resolver();
for (const name of Object.keys(calls) as PanelCall[])
  resolver.define(name, ({ payload, context }: { payload: unknown; context: unknown }) =>
    answer(name, payload, context),
  );

async function answer(name: PanelCall, payload: unknown, context: unknown): Promise<object> {
  const { accountId = '', extension } = Context.safeParse(context).data ?? {};
  const issueId = extension?.issue.id;
  if (issueId === undefined) return name === 'panel.get' ? {} : noFinding;
  const input = panelInputs[name].safeParse(payload ?? {});
  if (!input.success) return invalid(fieldProblems(input.error));
  try {
    return await withPorts('urgent', (ports) =>
      act(name, { ports, issueId, person: personOf(accountId) }, input.data),
    );
  } catch (error) {
    console.error(failureLine(name, error));
    return refused('unavailable', 'This did not work just now. Try again in a moment.');
  }
}

/** The name picks the call and the schema that its input was checked with. */
function act(name: PanelCall, at: Place, input: unknown): Promise<object> {
  const call = calls[name] as (at: Place, input: unknown) => Promise<object>;
  return call(at, input);
}

/** The function behind the issue panel. */
export const panel = resolver.getDefinitions();
