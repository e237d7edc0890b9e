/** Jira's rate limits hold for the whole app: what one worker was told, all must heed. */
import { kvs } from '@forge/kvs';
import type { Limited } from '../../core/failure';
import type { Quiet } from '../jira/client';

const key = 'quiet';

interface Entry {
  readonly until: number;
  readonly reason: string;
}

/** The limit in force, read once per invocation. */
export function createQuiet(now: () => number): Quiet {
  let known: Promise<Entry | undefined> | undefined;
  return {
    async read(): Promise<Limited | undefined> {
      const entry = await (known ??= kvs.get<Entry>(key));
      if (!entry || entry.until <= now()) return undefined;
      return { kind: 'limited', retryAfter: Math.ceil((entry.until - now()) / 1000), reason: entry.reason };
    },
    async keep({ retryAfter, reason }) {
      const entry = { until: now() + retryAfter * 1000, reason };
      known = Promise.resolve(entry);
      await kvs.set(key, entry, { ttl: { unit: 'HOURS', value: 2 } });
    },
  };
}
