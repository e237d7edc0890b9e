/** Waiting until a portal may be asked again, longer than one bell can. */
import type { Delivery } from '../../contract/stored/outbound';
import type { Ports } from '../ports';

const longestBellSeconds = 900;
/** A longer wait is left to the hourly look, which then rings for its end: no chain of bells grows long. */
const longestChainSeconds = 3600;

/** Says whether something stands in the way for now: until a moment, or until people do something. */
export function mustWait({ trouble }: Delivery, now: number): boolean {
  return trouble !== undefined && (trouble.nextAt === undefined || trouble.nextAt > now);
}

/** Rings at that moment (ms), by way of as many bells as it takes; what waits for people is left to them. */
export async function waitFor(ports: Ports, connection: string, until: number | undefined): Promise<void> {
  if (until === undefined) return;
  const seconds = Math.max(1, Math.ceil((until - ports.now()) / 1000));
  if (seconds > longestChainSeconds) return;
  await ports.bells.ringPush(connection, Math.min(seconds, longestBellSeconds), until);
}
