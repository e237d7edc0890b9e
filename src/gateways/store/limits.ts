/** Jira's limits hold for the whole app: what one worker was told, learnt or used, all must heed. */
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import {
  type HourUse,
  hourAt,
  tellAfter,
  type Urgency,
  waitOf,
  withCall,
  withOthers,
} from '../../core/jira/budget';
import { firstPace, isNewsTo, Pace, paceAt, remembered, together } from '../../core/jira/pace';
import type { Limits, Standing } from '../jira/gate';
import { StorageError } from './outage';

const keys = { quiet: 'quiet', paces: 'paces', hour: 'points' } as const;
const ttl = { unit: 'HOURS', value: 2 } as const;
/** So long what the others wrote is not read again. */
const lookEvery = 3_000;
/** What an event or a page uses is less: only one in several writes, and then for all of them. */
const urgentShare = 50;

/** Until when Jira wants no calls at all, and why. */
const Quiet = z.object({ until: z.number(), reason: z.string() });
type Quiet = z.infer<typeof Quiet>;

const Paces = z.record(z.string(), Pace);
const Hour = z.object({ until: z.number(), used: z.number(), quota: z.number() });

interface Known {
  readonly quiet: Quiet | undefined;
  readonly paces: Readonly<Record<string, Pace>>;
  readonly hour: HourUse | undefined;
}

/** What is stored now; what cannot be understood counts as not there. */
async function readKnown(): Promise<Known> {
  const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>(
    Object.values(keys).map((key) => ({ key })),
  );
  const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new StorageError(`Reading Jira's limits failed: ${failed.error.code}`);
  const values = new Map(successfulKeys.map(({ key, value }) => [key, value]));
  return {
    quiet: Quiet.safeParse(values.get(keys.quiet)).data,
    paces: Paces.safeParse(values.get(keys.paces)).data ?? {},
    hour: Hour.safeParse(values.get(keys.hour)).data,
  };
}

function longer(one: Quiet | undefined, other: Quiet | undefined): Quiet | undefined {
  if (!one || !other) return one ?? other;
  return other.until > one.until ? other : one;
}

/** The limits are known well enough to go on; the next look may tell more. */
async function goOn(exchange: Promise<void>): Promise<void> {
  await exchange.catch((error: unknown) => {
    console.warn(`Sharing Jira's limits failed: ${error instanceof Error ? error.name : 'unknown error'}`);
  });
}

/** The limits in force, read anew every few seconds; `flush` writes what the others must hear of. */
export function createLimits(now: () => number, urgency: Urgency): Limits & { flush(): Promise<void> } {
  const paces = new Map<string, Pace>();
  let quiet: Quiet | undefined;
  let hour: HourUse | undefined;
  let unwritten = 0;
  let lookedAt: number | undefined;
  let wasRefused = false;
  let exchanging: Promise<void> | undefined;

  /** Takes over what others know, and writes what they do not know yet: whoever knows of a longer pause restores it. */
  async function exchange(tellsUse: boolean): Promise<void> {
    const stored = await readKnown();
    quiet = longer(quiet, stored.quiet);
    for (const [endpoint, pace] of Object.entries(stored.paces))
      paces.set(endpoint, together(paces.get(endpoint) ?? firstPace, pace));
    hour = withOthers(hourAt(hour ?? stored.hour, now()), unwritten, hourAt(stored.hour, now()));
    lookedAt = now();
    const news = wasRefused ? newsOf(stored) : [];
    if (tellsUse && unwritten > 0) {
      unwritten = 0;
      news.push(kvs.set(keys.hour, hour, { ttl }));
    }
    await Promise.all(news);
  }

  function newsOf(stored: Known): Promise<void>[] {
    const standing = [...paces].filter(
      ([, { slowedAt, pausedUntil }]) => Math.max(slowedAt + remembered, pausedUntil) > now(),
    );
    const isNews = standing.some(([endpoint, pace]) => isNewsTo(stored.paces[endpoint] ?? firstPace, pace));
    return [
      ...(quiet && quiet.until > Math.max(now(), stored.quiet?.until ?? 0)
        ? [kvs.set(keys.quiet, quiet, { ttl })]
        : []),
      ...(isNews ? [kvs.set(keys.paces, Object.fromEntries(standing), { ttl })] : []),
    ];
  }

  /** One exchange at a time; who asks meanwhile has one of its own after it. */
  async function exchangeInTurn(tellsUse: boolean): Promise<void> {
    while (exchanging) await exchanging;
    exchanging = exchange(tellsUse).finally(() => {
      exchanging = undefined;
    });
    await exchanging;
  }

  /** Thousands of events at once must not each write the same key; by chance, on average nothing is lost. */
  function sample(): void {
    if (urgency !== 'urgent' || unwritten >= urgentShare) return;
    unwritten = Math.random() < unwritten / urgentShare ? urgentShare : 0;
  }

  return {
    async flush() {
      sample();
      if (unwritten > 0 || wasRefused) await exchangeInTurn(true);
    },
    async look() {
      if (lookedAt === undefined) return exchanging ?? exchangeInTurn(false);
      const mustTell = unwritten >= tellAfter(hourAt(hour, now()), urgency);
      if (mustTell || now() - lookedAt >= lookEvery) await goOn(exchanging ?? exchangeInTurn(mustTell));
    },
    standing(endpoint) {
      const limited = waitOf(hourAt(hour, now()), urgency, now());
      const standing: Standing[] = [
        ...(quiet ? [quiet] : []),
        { until: paces.get(endpoint)?.pausedUntil ?? 0, reason: 'jira-burst-based' },
        ...(limited ? [{ ...limited, until: now() + limited.retryAfter * 1000 }] : []),
      ];
      const [longest] = standing.filter(({ until }) => until > now()).sort((a, b) => b.until - a.until);
      return longest;
    },
    paceOf: (endpoint) => paceAt(paces.get(endpoint) ?? firstPace, now()),
    learn(endpoint, pace) {
      paces.set(endpoint, pace);
    },
    spend(points, report) {
      hour = withCall(hourAt(hour, now()), points, report, now());
      unwritten += points;
    },
    async tell(all) {
      quiet = longer(quiet, all);
      wasRefused = true;
      await goOn(exchangeInTurn(false));
    },
  };
}
