import type { ApiError } from '../../contract/api';
import type { FieldProblem } from '../../contract/invalid-fields';
import { en } from '../../contract/messages/en';
import { say } from '../../contract/messages/say';

const named = 5;

/** The refusal of values that do not fit. Its message names the first fields in words, for whoever calls by script. */
export function invalid(errors: readonly FieldProblem[]): { readonly error: ApiError } {
  const fields = errors.slice(0, named).map(({ path, message }) => `${path}: ${say(message, en)}`);
  return {
    error: { code: 'invalid', message: `Some values do not fit. ${fields.join(' ')}`.trim(), errors },
  };
}
