/** The issue panel's resolver. The issue comes from the context; what is shown is what this person may see. */
import Resolver from '@forge/resolver';
import { z } from 'zod';
import type { PanelView } from '../contract/api';
import { viewPanel } from '../flows/panel/view-panel';
import { isIssueSeenByUser } from '../gateways/jira/as-user';
import { withPorts } from './wire';

const Context = z.object({ extension: z.object({ issue: z.object({ id: z.string() }) }) });

const resolver = new Resolver();
resolver.define('panel.get', async ({ context }: { context: unknown }): Promise<PanelView> => {
  const issue = Context.safeParse(context).data?.extension.issue;
  return issue ? withPorts('urgent', (ports) => viewPanel(ports, issue.id, isIssueSeenByUser)) : {};
});

/** The function behind the issue panel. */
export const panel = resolver.getDefinitions();
