import type { FieldError } from '../../../../src/contract/problem';

/** The first message for a field or anything inside it; paths are joined with dots, as the contract's errors are. */
export function errorAt(errors: readonly FieldError[], path: string): string | undefined {
  return errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;
}
