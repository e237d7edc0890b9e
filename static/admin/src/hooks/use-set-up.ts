import type { AdminOutputs } from '#contract/api';
import { mostPanels } from '#contract/set-up';
import { call } from '../bridge/call';
import { usePageContext } from '../bridge/context-provider';
import { showPanels } from '../jira/panel';
import { type Action, useAction, useCall } from './use-call';
import { type SetUpState, setUpState } from '../logic/set-up';

/** What the pages know of the installation, besides what Jira says when it is tested. */
export interface Facts {
  readonly connections: AdminOutputs['connections.list']['connections'];
  readonly activity: AdminOutputs['activity.list'];
  readonly document: AdminOutputs['settings.get']['document'];
  readonly setUp: AdminOutputs['setUp.get'];
}

/** Reads what the set-up is judged by. */
export async function readFacts(): Promise<Facts> {
  const [{ connections }, activity, { document }, setUp] = await Promise.all([
    call('connections.list', {}),
    call('activity.list', {}),
    call('settings.get', {}),
    call('setUp.get', {}),
  ]);
  return { connections, activity, document, setUp };
}

/** How far the set-up is; Jira is asked once, when the part appears. */
export function useSetUpState(facts: Facts): { readonly state: SetUpState; readonly busy: boolean } {
  const test = useCall('setUp.test', {});
  const { connections, activity, document, setUp } = facts;
  const tested = test.value?.spaces;
  const { spaces, products, rules } = document;
  const known = { connections, spaces, products, rules, tested, setUp, held: activity.held };
  return { state: setUpState(known), busy: test.state === 'loading' };
}

/** Shows the panel on the issues of projects, as many at once as Jira takes, and notes that it did. */
export function useShowPanel(): Action<readonly string[], void> {
  const context = usePageContext();
  return useAction(async (projects: readonly string[]) => {
    for (let from = 0; from < projects.length; from += mostPanels) {
      const some = projects.slice(from, from + mostPanels);
      await showPanels(some, context);
      await call('setUp.panelShown', { projects: some });
    }
  });
}
