import { useCallback, useState } from 'react';
import type { AdminCall, AdminInput, AdminOutputs } from '#contract/api';
import { call } from '../bridge/call';
import { type Async, useAsync } from './use-async';

/** Asks the backend when the part appears; asks again when the input changes or on `reload`. */
export function useCall<Name extends AdminCall>(
  name: Name,
  input: AdminInput<Name>,
): Async<AdminOutputs[Name]> {
  return useAsync(`${name} ${JSON.stringify(input)}`, () => call(name, input));
}

/** An action that a button starts: whether it runs, and why it last failed. */
export interface Action<Input, Output> {
  readonly busy: boolean;
  readonly error?: Error;
  /** Resolves to undefined when it failed; the error is then in `error`. */
  readonly run: (input: Input) => Promise<Output | undefined>;
  readonly clear: () => void;
}

/** Wraps an asynchronous action for a button or a form. */
export function useAction<Input, Output>(act: (input: Input) => Promise<Output>): Action<Input, Output> {
  const [status, setStatus] = useState<{ busy: boolean; error?: Error }>({ busy: false });
  const run = async (input: Input) => {
    setStatus({ busy: true });
    try {
      const output = await act(input);
      setStatus({ busy: false });
      return output;
    } catch (error) {
      setStatus({ busy: false, error: error instanceof Error ? error : new Error(String(error)) });
      return undefined;
    }
  };
  const clear = useCallback(() => setStatus({ busy: false }), []);
  return { ...status, run, clear };
}
