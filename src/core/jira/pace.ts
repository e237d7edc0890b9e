/**
 * How fast one endpoint of Jira is called: as many calls at once as it bears, more while its answers are good, half of
 * that when it refuses one for its rate (429), and none before the time that it asks for. Jira limits the rate of each
 * endpoint and method by itself: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */

import { z } from 'zod';

/** What was learnt of an endpoint; times in ms. */
export const Pace = z.object({
  /** So many calls may be on their way at once; what is above a whole number grows to the next. */
  width: z.number(),
  /** Up to here one more with each good answer, above it one more with each round of them. */
  quickUpTo: z.number(),
  /** No call before. */
  pausedUntil: z.number(),
  /** Between the beginnings of two calls, where Jira said how many a second it takes. */
  gap: z.number(),
  /** So much of an idle time may be made up for: what Jira's buckets hold. */
  credit: z.number(),
  /** When it was slowed down last; 0: never. */
  slowedAt: z.number(),
  /** How often it was slowed down without a good answer in between. */
  refusals: z.number(),
});
export type Pace = Readonly<z.infer<typeof Pace>>;

/** Never more calls at once than this, to one endpoint by one worker: four rounds for the hundred findings of a pass. */
export const widest = 25;
/** Nothing is known of the endpoint yet. */
export const firstPace: Pace = {
  width: 4,
  quickUpTo: widest,
  pausedUntil: 0,
  gap: 0,
  credit: 1_000,
  slowedAt: 0,
  refusals: 0,
};

/** After so long without a refusal, what refusals taught is tried anew. */
export const remembered = 5 * 60_000;

/** The pace as it counts now. */
export function paceAt(pace: Pace, now: number): Pace {
  if (pace.slowedAt === 0 || now - pace.slowedAt <= remembered) return pace;
  return { ...firstPace, width: pace.width, pausedUntil: pace.pausedUntil };
}

/** The pace after an answer that is not about the rate. */
export function afterAnswer(pace: Pace): Pace {
  const more = pace.width < pace.quickUpTo ? 1 : 1 / pace.width;
  return { ...pace, width: Math.min(widest, pace.width + more), refusals: 0 };
}

/** A refusal for the rate: when its call began, and, if Jira says so, how long it wants no call and its limit a second. */
export interface Refusal {
  readonly begunAt: number;
  readonly pause?: number;
  readonly perSecond?: number;
}

/** What Atlassian advises where an answer does not say how long to wait: twice as long each time. */
const unsaid = { first: 2_000, longest: 30_000 } as const;

/** The pace after a refusal: half as wide, once for all calls that were on their way together. The longest pause stands. */
export function afterRefusal(pace: Pace, refusal: Refusal, now: number): Pace {
  const { begunAt, perSecond } = refusal;
  const isNews = begunAt > pace.slowedAt;
  const refusals = pace.refusals + (isNews ? 1 : 0);
  const pause =
    refusal.pause ?? Math.min(unsaid.longest, unsaid.first * 2 ** Math.max(0, Math.min(10, refusals - 1)));
  const width = isNews ? Math.max(1, pace.width / 2) : pace.width;
  return {
    width,
    quickUpTo: isNews ? width : pace.quickUpTo,
    pausedUntil: Math.max(pace.pausedUntil, now + pause),
    gap: perSecond === undefined ? pace.gap : 1000 / perSecond,
    // Refused although the limit was kept: others use it too, or there is less to make up for.
    credit: isNews && pace.gap > 0 ? pace.credit / 4 : pace.credit,
    slowedAt: isNews ? now : pace.slowedAt,
    refusals,
  };
}

/** When the next call may begin, where the one before it began, or was to begin, at `last`. */
export function nextTurn({ gap, credit }: Pace, last: number, now: number): number {
  return Math.max(last + gap, now - credit);
}

/** What two workers know together: the longest pause, and for the rest what the one knows who was refused last. */
export function together(mine: Pace, other: Pace): Pace {
  const pausedUntil = Math.max(mine.pausedUntil, other.pausedUntil);
  if (other.slowedAt <= mine.slowedAt) return { ...mine, pausedUntil };
  return { ...other, width: Math.min(mine.width, other.width), pausedUntil };
}

/** Whether it says more than what the others know of. */
export function isNewsTo(known: Pace, pace: Pace): boolean {
  return pace.pausedUntil > known.pausedUntil || pace.slowedAt > known.slowedAt;
}
