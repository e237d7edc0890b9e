import type { Outcome } from './invocation';

/** When and why something is delivered again. */
export interface Retry {
  readonly afterMs: number;
  readonly reason: string;
  readonly data?: unknown;
}

const MAX_AFTER_SECONDS = 900;
const MAX_DATA_BYTES = 4 * 1024;
const FIRST_BACKOFF_SECONDS = 30;

/** The retry that a handler asked for by returning an InvocationError. */
export function requestedRetry(outcome: Outcome): Retry | undefined {
  if (outcome.type !== 'returned' || typeof outcome.value !== 'object' || outcome.value === null)
    return undefined;
  const value = outcome.value as { _retry?: unknown; retryOptions?: Record<string, unknown> };
  if (value._retry !== true) return undefined;
  const { retryAfter, retryReason, retryData } = value.retryOptions ?? {};
  const seconds = typeof retryAfter === 'number' ? retryAfter : 1;
  return {
    afterMs: Math.min(seconds, MAX_AFTER_SECONDS) * 1000,
    reason: typeof retryReason === 'string' ? retryReason : 'FUNCTION_RETRY_REQUEST',
    ...(fits(retryData) ? { data: retryData } : {}),
  };
}

/** The retry by the platform itself: later and later, at most 15 minutes apart. */
export function backoff(attempt: number, reason: string): Retry {
  return { afterMs: Math.min(FIRST_BACKOFF_SECONDS * 2 ** attempt, MAX_AFTER_SECONDS) * 1000, reason };
}

/** Only objects of at most 4 KB come back with the retry. */
function fits(data: unknown): boolean {
  return (
    typeof data === 'object' && data !== null && Buffer.byteLength(JSON.stringify(data)) <= MAX_DATA_BYTES
  );
}
