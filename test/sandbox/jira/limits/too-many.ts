import type { JiraAnswer } from '../../types';
import { json } from '../http/jira-error';

/** A 429 in the form of Jira's rate limits. */
export function tooMany(
  reason: string,
  retryAfterSeconds: number,
  headers: Readonly<Record<string, string>>,
): JiraAnswer {
  return json(
    429,
    { errorMessages: ['Rate limit exceeded.'], errors: {} },
    { 'retry-after': String(retryAfterSeconds), 'ratelimit-reason': reason, ...headers },
  );
}
