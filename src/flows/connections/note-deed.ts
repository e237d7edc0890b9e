/** Who did what to which connection, for the audit. */
import type { ConnectionDeed } from '../../contract/connection-deed';
import { failureLine } from '../../core/data/failure-line';
import { type Audited, changesOf } from '../../core/activity/audited';
import type { Ports } from '../ports';

type Who = Pick<ConnectionDeed, 'connection' | 'by' | 'deed'>;

/** Who acts, and with what. */
interface Acting {
  readonly ports: Ports;
  readonly accountId: string;
}

/**
 * Does something to a connection, and notes it where it was done: as a rule, where there is an answer. What was done
 * stays done when it cannot be written down, since its answer may hold a secret that is shown once.
 */
export async function noted<Done>(
  { ports, accountId: by }: Acting,
  connection: string,
  deed: ConnectionDeed['deed'],
  act: (ports: Ports) => Promise<Done>,
  isDone: (done: Done) => boolean = (done) => done !== undefined,
): Promise<Done> {
  const before = await audited(ports, connection);
  const done = await act(ports);
  if (isDone(done)) await noteDeed(ports, { connection, by, deed }, before);
  return done;
}

/** Notes what was done just now. */
export async function noteDeed(ports: Ports, who: Who, before?: Audited): Promise<void> {
  try {
    const after = await audited(ports, who.connection);
    const name = (after ?? before)?.connection.name ?? who.connection;
    await ports.deeds.add({ ...who, at: ports.now(), name, changes: changesOf(before, after) });
  } catch (error) {
    console.error(failureLine(`auditing ${who.deed}`, error));
  }
}

async function audited(ports: Ports, key: string): Promise<Audited | undefined> {
  const connection = await ports.connections.get(key);
  return connection && { connection, outbound: await ports.outbounds.get(key) };
}
