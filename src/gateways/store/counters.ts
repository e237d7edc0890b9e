/** Counts per hour, for caps. */
import { kvs } from '@forge/kvs';
import type { Counters } from '../../flows/ports';

const ttl = { unit: 'HOURS', value: 2 } as const;

/** Two writers at once may lose a count: a cap is a brake, not a ledger. Nothing wanted costs nothing. */
export function createCounters(): Counters {
  const keyOf = (name: string) => `count:${name}`;
  const read = async (name: string) => (await kvs.get<number>(keyOf(name))) ?? 0;
  const write = (name: string, count: number) => kvs.set(keyOf(name), count, { ttl });
  return {
    async take(name, wanted, cap) {
      if (wanted <= 0) return 0;
      const count = await read(name);
      const taken = Math.max(0, Math.min(wanted, cap - count));
      if (taken > 0) await write(name, count + taken);
      return taken;
    },
    async giveBack(name, amount) {
      if (amount > 0) await write(name, (await read(name)) - amount);
    },
  };
}
