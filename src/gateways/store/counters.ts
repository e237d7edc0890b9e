/** Counts per hour, for caps. */
import { kvs } from '@forge/kvs';
import type { Counters } from '../../flows/ports';

const ttl = { unit: 'HOURS', value: 2 } as const;

/** Two writers at once may lose a count: a cap is a brake, not a ledger. */
export function createCounters(): Counters {
  const keyOf = (name: string) => `count:${name}`;
  const read = async (name: string) => (await kvs.get<number>(keyOf(name))) ?? 0;
  return {
    read,
    add: async (name, amount) => kvs.set(keyOf(name), (await read(name)) + amount, { ttl }),
  };
}
