/** What a portal asks for itself: the events after a number. */
import type { EventsBody } from '../../contract/outbox';
import type { Ports } from '../ports';
import { tellEvents } from './tell-events';

/** `off`: nothing is recorded. `gone`: what came after that number is not known any more, or not yet; `last` is the last. */
export type ReadEvents =
  | { readonly kind: 'events'; readonly body: EventsBody }
  | { readonly kind: 'off' }
  | { readonly kind: 'gone'; readonly last: number };

/** Up to a hundred events after a number. That they were handed over is noted: a portal answers what it knows. */
export async function readEvents(ports: Ports, connection: string, after: number): Promise<ReadEvents> {
  if (!(await ports.outbox.hears(connection))) return { kind: 'off' };
  const page = await ports.outbox.read(connection, after);
  if (page === 'older' || page === 'newer') {
    const { next } = await ports.outbox.reach(connection);
    return { kind: 'gone', last: next - 1 };
  }
  const next = page.at(-1)?.n ?? after;
  const events = await tellEvents(ports, page);
  if (page.length > 0) await ports.outbox.noteReceipt(connection, { n: next, at: ports.now() });
  return { kind: 'events', body: { events, next } };
}
