import type { Clock, JiraAnswer } from '../../types';
import type { SiteOptions } from '../options';
import { tooMany } from './too-many';

const HOUR = 3_600_000;
const NAMES = { global: 'global-app-quota', tenant: 'tenant-app-quota' } as const;

/** Points an hour for the app, set back at the full UTC hour. */
export function createQuota(
  options: SiteOptions,
  clock: Clock,
): {
  refuse(): JiraAnswer | undefined;
  charge(points: number): Record<string, string>;
} {
  let hour = -1;
  let used = 0;

  function settings(): { limit: number; kind: 'global' | 'tenant'; resetAt: number } {
    const now = Math.floor(clock.now() / HOUR);
    if (now !== hour) used = 0;
    hour = now;
    const { pointsPerHour = Number.POSITIVE_INFINITY, quota = 'global' } = options.rateLimits;
    return { limit: pointsPerHour, kind: quota, resetAt: (hour + 1) * HOUR };
  }

  function headers(): Record<string, string> {
    const { limit, kind, resetAt } = settings();
    const remaining = Math.max(0, limit - used);
    const seconds = Math.ceil((resetAt - clock.now()) / 1000);
    const near = remaining < limit * 0.2;
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      ...(near ? { 'x-ratelimit-nearlimit': 'true' } : {}),
      'ratelimit-policy': `"${NAMES[kind]}";q=${String(limit)};w=3600`,
      ratelimit: `"${NAMES[kind]}";${near ? `r=${String(remaining)};` : ''}t=${String(seconds)}`,
    };
  }

  return {
    refuse() {
      const { limit, kind, resetAt } = settings();
      if (used < limit) return undefined;
      const seconds = Math.ceil((resetAt - clock.now()) / 1000);
      const reset = { 'x-ratelimit-reset': new Date(resetAt).toISOString() };
      return tooMany(`jira-quota-${kind}-based`, seconds, { ...headers(), ...reset });
    },
    charge(points) {
      settings();
      used += points;
      return headers();
    },
  };
}
