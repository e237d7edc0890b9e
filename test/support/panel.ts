/** The issue panel as a person uses it: calls of its resolver, on an issue, as that person. */
import type { PanelAnswer, PanelCall, PanelInput, PanelView } from '../../src/contract/panel-calls';
import type { ToldEvent } from '../../src/contract/outbox';
import { EventsBody } from '../../src/contract/outbox';
import { PEOPLE } from '../sandbox/jira/seed';
import type { Portal, World } from './world';

export interface Panel {
  get(): Promise<PanelView>;
  act<Name extends Exclude<PanelCall, 'panel.get'>>(
    name: Name,
    input: PanelInput<Name>,
  ): Promise<PanelAnswer>;
}

/** The panel of an issue (its key), in front of an account. */
export function panelOf(world: World, key: string, accountId: string = PEOPLE.engineer): Panel {
  const { id } = world.site.call({ path: `/rest/api/3/issue/${key}`, as: PEOPLE.admin }).value as unknown as {
    id: string;
  };
  const call = (name: PanelCall, input: unknown) =>
    world.host.invokeResolver('jira:issuePanel', 'finding', name, input, {
      accountId,
      extension: { issue: { id, key } },
    });
  return {
    get: async () => (await call('panel.get', {})) as PanelView,
    act: async (name, input) => (await call(name, input)) as PanelAnswer,
  };
}

/** What a portal is told after a number. */
export async function told(portal: Portal, after = 0): Promise<ToldEvent[]> {
  const { json } = await portal.get(`/v1/events?after=${String(after)}`);
  return EventsBody.parse(json).events;
}

/** Lets a portal pull. */
export async function hear(world: World, portal: Portal): Promise<void> {
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
}
