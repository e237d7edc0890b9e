import type { ConnectionView } from '#contract/api';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { useTexts } from '../../texts/texts';

export interface ConnectionActions {
  readonly busy: boolean;
  readonly error?: Error;
  readonly setEnabled: (enabled: boolean) => void;
  readonly setPaused: (paused: boolean) => void;
}

/** Switching a connection on and off and pausing it; each tells in a flag that it was done. */
export function useConnectionActions(
  { key: connection, name }: ConnectionView,
  onChange: () => void,
): ConnectionActions {
  const { flags } = useTexts().connections;
  const action = useAction(async (act: () => Promise<string>) => {
    tell(await act());
    onChange();
  });
  const run = (act: () => Promise<string>) => void action.run(act);
  return {
    busy: action.busy,
    ...(action.error === undefined ? {} : { error: action.error }),
    setEnabled: (enabled) =>
      run(async () => {
        await call('connections.setEnabled', { connection, enabled });
        return enabled ? flags.on(name) : flags.off(name);
      }),
    setPaused: (paused) =>
      run(async () => {
        await call('connections.setPaused', { connection, paused });
        return paused ? flags.paused(name) : flags.resumed(name);
      }),
  };
}
