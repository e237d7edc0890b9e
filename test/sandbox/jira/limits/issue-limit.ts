import type { Clock, JiraAnswer } from '../../types';
import type { LimitedCall } from './limited-call';
import { tooMany } from './too-many';

const WINDOWS = [
  { ms: 2000, writes: 20 },
  { ms: 30_000, writes: 100 },
] as const;
const LONGEST = 30_000;

/** At most 20 writes in 2 seconds and 100 in 30 seconds to one issue. */
export function createIssueLimit(clock: Clock): { refuse(call: LimitedCall): JiraAnswer | undefined } {
  const writes = new Map<string, number[]>();
  return {
    refuse(call) {
      if (call.issueId === undefined || call.method === 'GET') return undefined;
      const now = clock.now();
      const recent = (writes.get(call.issueId) ?? []).filter((at) => at > now - LONGEST);
      for (const window of WINDOWS) {
        const inside = recent.filter((at) => at > now - window.ms);
        const oldest = inside.at(-window.writes);
        if (oldest === undefined) continue;
        const seconds = Math.max(1, Math.ceil((oldest + window.ms - now) / 1000));
        return tooMany('jira-per-issue-on-write', seconds, {
          'x-ratelimit-limit': String(window.writes),
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': new Date(now + seconds * 1000).toISOString(),
        });
      }
      writes.set(call.issueId, [...recent, now]);
      return undefined;
    },
  };
}
