/** Jira's limits hold for the whole app: what one worker was told or used, all must heed. */
import { kvs } from '@forge/kvs';
import { type HourUse, hourAt, type Urgency, waitOf, withCall, withOthers } from '../../core/jira/budget';
import type { Limited } from '../../core/jira/failure';
import type { Limits } from '../jira/client';
import { StorageError } from './outage';

const quietKey = 'quiet';
const hourKey = 'points';
const ttl = { unit: 'HOURS', value: 2 } as const;
/** So many points may be used before the others hear of them. */
const writeEvery = 300;
/** What an event or a page uses is less: only one in several writes, and then for all of them. */
const urgentShare = 50;

/** Until when Jira wants no calls at all, and why. */
interface Quiet {
  readonly until: number;
  readonly reason: string;
}

/** The limits in force, read once per invocation; `flush` writes what was used. */
export function createLimits(now: () => number, urgency: Urgency): Limits & { flush(): Promise<void> } {
  let quiet: Quiet | undefined;
  let hour: HourUse | undefined;
  let unwritten = 0;
  let loaded: Promise<void> | undefined;

  async function load(): Promise<void> {
    const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>([{ key: quietKey }, { key: hourKey }]);
    const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new StorageError(`Reading Jira's limits failed: ${failed.error.code}`);
    const values = new Map(successfulKeys.map(({ key, value }) => [key, value]));
    quiet = values.get(quietKey) as Quiet | undefined;
    hour = values.get(hourKey) as HourUse | undefined;
  }

  async function flush(): Promise<void> {
    if (unwritten === 0) return;
    const points = unwritten;
    unwritten = 0;
    const stored = hourAt(await kvs.get<HourUse>(hourKey), now());
    hour = withOthers(hourAt(hour, now()), points, stored);
    await kvs.set(hourKey, hour, { ttl });
  }

  /** Thousands of events at once must not each write the same key; by chance, on average nothing is lost. */
  function sample(): void {
    if (urgency !== 'urgent' || unwritten >= urgentShare) return;
    unwritten = Math.random() < unwritten / urgentShare ? urgentShare : 0;
  }

  return {
    async flush() {
      sample();
      await flush();
    },
    async wait(): Promise<Limited | undefined> {
      await (loaded ??= load());
      if (unwritten >= writeEvery) await flush();
      if (quiet && quiet.until > now())
        return {
          kind: 'limited',
          retryAfter: Math.ceil((quiet.until - now()) / 1000),
          reason: quiet.reason,
        };
      return waitOf(hourAt(hour, now()), urgency, now());
    },
    spend(points, report) {
      hour = withCall(hourAt(hour, now()), points, report, now());
      unwritten += points;
    },
    async keep({ retryAfter, reason }) {
      quiet = { until: now() + retryAfter * 1000, reason };
      await kvs.set(quietKey, quiet, { ttl });
    },
  };
}
