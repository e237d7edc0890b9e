import { invoke } from '@forge/bridge';
import type { AdminCall, AdminInput, AdminOutputs } from '#contract/api';
import { CallError, errorOf } from '../../../shared/call-error';

/** Calls the admin resolver. Rejects with a CallError, also when the backend could not be reached. */
export async function call<Name extends AdminCall>(
  name: Name,
  input: AdminInput<Name>,
): Promise<AdminOutputs[Name]> {
  const answer = await reach(name, input);
  const error = errorOf(answer);
  if (error !== undefined) throw new CallError(error);
  return answer as AdminOutputs[Name];
}

async function reach(name: string, input: object): Promise<unknown> {
  try {
    return await invoke<unknown>(name, input);
  } catch (cause) {
    throw new CallError({
      code: 'unavailable',
      message: cause instanceof Error ? cause.message : String(cause),
    });
  }
}
