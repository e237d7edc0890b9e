/**
 * When a connection last called and what last went wrong: for people's eyes, so it is written rarely. The pulse was read
 * together with the connection; a flood of calls costs no further reads, and a write now and then, whatever they say.
 */
import type { ConnectionPulse } from '../../contract/connection';
import type { KnownConnection, Ports } from '../../flows/ports';

const quietMs = 20_000;

/** Notes an authenticated call; answers the connection with its pulse as it stands then. */
export async function noteCall<Known extends KnownConnection>(ports: Ports, known: Known): Promise<Known> {
  const { lastCallAt = 0, lastError } = known.pulse;
  // The first good call after an error is news: whoever mended something looks whether it helped.
  const isNews = lastError !== undefined && lastError.at > lastCallAt;
  if (!isNews && ports.now() - lastCallAt < quietMs) return known;
  return beat(ports, known, { ...known.pulse, lastCallAt: ports.now() });
}

/** Notes a refused call; `message` holds no secret. Of many refusals within a while the first is told. */
export async function noteError(
  ports: Ports,
  known: KnownConnection,
  status: number,
  message: string,
): Promise<void> {
  const { pulse } = known;
  if (ports.now() - (pulse.lastError?.at ?? 0) < quietMs) return;
  await beat(ports, known, { ...pulse, lastError: { at: ports.now(), status, message } });
}

async function beat<Known extends KnownConnection>(
  ports: Ports,
  known: Known,
  pulse: ConnectionPulse,
): Promise<Known> {
  await ports.connections.putPulse(known.connection.key, pulse);
  return { ...known, pulse };
}
