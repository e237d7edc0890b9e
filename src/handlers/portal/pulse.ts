/** When a connection last called and what last went wrong, written rarely: it is for people's eyes. */
import type { Connection } from '../../contract/connection';
import type { Ports } from '../../flows/ports';

const quietMs = 20_000;

/** Notes an authenticated call. */
export async function noteCall(ports: Ports, { key }: Connection): Promise<void> {
  const pulse = await ports.connections.pulse(key);
  if (ports.now() - (pulse.lastCallAt ?? 0) >= quietMs)
    await ports.connections.putPulse(key, { ...pulse, lastCallAt: ports.now() });
}

/** Notes a refused call; `message` holds no secret. */
export async function noteError(
  ports: Ports,
  { key }: Connection,
  status: number,
  message: string,
): Promise<void> {
  const pulse = await ports.connections.pulse(key);
  const { lastError } = pulse;
  if (lastError?.message === message && ports.now() - lastError.at < quietMs) return;
  await ports.connections.putPulse(key, { ...pulse, lastError: { at: ports.now(), status, message } });
}
