/** Events are erased thirty days after they were numbered. */
import { outboxDays } from '../../contract/outbox';
import type { Ports } from '../ports';

/** Erasing costs what others need too: what is left is for the next day. */
const mostSteps = 400;

/** Every connection's, as far as the storage may be kept busy. */
export async function eraseOldEvents(ports: Ports): Promise<void> {
  const before = ports.now() - outboxDays * 86_400_000;
  let steps = 0;
  for (const { key } of await ports.connections.list())
    while (steps < mostSteps && (await ports.outbox.eraseBefore(key, before))) steps += 1;
}
