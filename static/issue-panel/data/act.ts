import { invoke } from '@forge/bridge';
import type { PanelAction, PanelAnswer, PanelError, PanelInput } from '#contract/panel-calls';

/** Does it; answers why not, if not. A call that got no answer counts as unavailable. */
export async function act<Name extends PanelAction>(
  name: Name,
  input: PanelInput<Name>,
): Promise<PanelError | undefined> {
  try {
    return errorIn(await invoke<PanelAnswer>(name, input));
  } catch (error) {
    return { code: 'unavailable', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Whatever it answers besides an error is good. */
function errorIn(answer: object): PanelError | undefined {
  return (answer as PanelAnswer).error;
}
