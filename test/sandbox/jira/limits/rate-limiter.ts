import type { Clock, JiraAnswer } from '../../types';
import type { SiteOptions } from '../options';
import { createBurstLimit } from './burst-limit';
import { createIssueLimit } from './issue-limit';
import type { LimitedCall } from './limited-call';
import { createQuota } from './quota';

/** Jira's three rate limits. */
export interface RateLimiter {
  /** The 429 for a call that comes too early; undefined lets it pass. */
  refuse(call: LimitedCall): JiraAnswer | undefined;
  /** Counts the points of an answered call and returns the headers that every answer carries. */
  charge(call: LimitedCall, points: number): Record<string, string>;
}

/** Limits that follow the site's options as they are at each call. */
export function createRateLimiter(options: SiteOptions, clock: Clock): RateLimiter {
  const burst = createBurstLimit(clock);
  const perIssue = createIssueLimit(clock);
  const quota = createQuota(options, clock);
  return {
    refuse(call) {
      const limits = options.rateLimits;
      const overQuota = limits.pointsPerHour !== undefined && call.counted ? quota.refuse() : undefined;
      if (overQuota) return overQuota;
      if (limits.burst !== undefined && limits.burst !== false) {
        const rate = limits.burst === true ? undefined : limits.burst;
        const refusal = burst.refuse(call, limits.gatewayWithoutRetryAfter ?? false, rate);
        if (refusal) return refusal;
      }
      return limits.perIssue ? perIssue.refuse(call) : undefined;
    },
    charge(call, points) {
      return options.rateLimits.pointsPerHour !== undefined && call.counted ? quota.charge(points) : {};
    },
  };
}
