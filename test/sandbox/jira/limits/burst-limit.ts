import type { Clock, JiraAnswer } from '../../types';
import { json } from '../http/jira-error';
import type { LimitedCall } from './limited-call';
import { tooMany } from './too-many';

const PER_SECOND: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };
const SPECIAL: Readonly<Record<string, number>> = {
  'GET /rest/api/3/issue/{issueIdOrKey}': 150,
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': 200,
};

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets per method and endpoint, shared by all callers of the site. */
export function createBurstLimit(clock: Clock): {
  /** `perSecond` stands for the documented rates. */
  refuse(call: LimitedCall, gateway: boolean, perSecond?: number): JiraAnswer | undefined;
} {
  const buckets = new Map<string, Bucket>();
  return {
    refuse(call, gateway, perSecond) {
      const name = `${call.method} ${call.endpoint}`;
      const rate = perSecond ?? SPECIAL[name] ?? PER_SECOND[call.method] ?? 100;
      const now = clock.now();
      const bucket = buckets.get(name) ?? { tokens: rate, at: now };
      bucket.tokens = Math.min(rate, bucket.tokens + ((now - bucket.at) / 1000) * rate);
      bucket.at = now;
      buckets.set(name, bucket);
      if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return undefined;
      }
      if (gateway) return json(429, { code: 429, message: 'Too many requests' });
      return tooMany('jira-burst-based', 1, {
        'x-ratelimit-limit': String(rate),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(now + 1000).toISOString(),
      });
    },
  };
}
