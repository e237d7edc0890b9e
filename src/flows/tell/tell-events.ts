/** Events of the outbox as a portal is told them. Names and addresses are read now: of people only account ids are kept. */
import type { ToldEvent } from '../../contract/outbox';
import { accountsOf, toldEvent } from '../../core/portal/told-event';
import type { NumberedEvent } from '../ports-outbox';
import type { Ports } from '../ports';

/** One read for all people that are named. Where Jira does not answer, they have their account ids only. */
export async function tellEvents(ports: Ports, events: readonly NumberedEvent[]): Promise<ToldEvent[]> {
  if (events.length === 0) return [];
  const accounts = accountsOf(events.map(({ event }) => event));
  const people = accounts.length > 0 ? await ports.jira.people(accounts) : undefined;
  const site = await ports.site.url();
  return events.map(({ n, event }) => toldEvent(n, event, site, people?.ok ? people.value : new Map()));
}
