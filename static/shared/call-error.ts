import type { ApiError, ApiErrorCode } from '#contract/api';
import type { FieldProblem } from '#contract/invalid-fields';

/** Why a call of the app's backend failed, in words for people; `errors` name the fields of an invalid input. */
export class CallError extends Error {
  readonly code: ApiErrorCode;
  readonly errors: readonly FieldProblem[];

  constructor(error: ApiError) {
    super(error.message);
    this.name = 'CallError';
    this.code = error.code;
    this.errors = error.errors ?? [];
  }
}

/** The error inside a backend's answer, or undefined when the answer is the output itself. */
export function errorOf(answer: unknown): ApiError | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  const { error } = answer;
  return isApiError(error) ? error : undefined;
}

function isApiError(value: unknown): value is ApiError {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
