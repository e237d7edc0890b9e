/** Asking the platform to deliver an event once more. */
import { InvocationError, InvocationErrorCode } from '@forge/events';

/** Many issues changed at once exceed what storage takes a minute: their retries are spread over these seconds. */
const soonestSeconds = 60;
const spreadSeconds = 240;

export function again(seconds: number): InvocationError {
  return new InvocationError({
    retryAfter: Math.min(900, seconds),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}

/** After a failure, at a time of the issue's own. */
export function againSoon(issueId: string): InvocationError {
  return again(soonestSeconds + (Number(issueId) % spreadSeconds));
}
