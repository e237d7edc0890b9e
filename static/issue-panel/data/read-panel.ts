import { invoke } from '@forge/bridge';
import type { ApiAnswer } from '#contract/api';
import type { PanelView } from '#contract/panel-calls';
import { CallError, errorOf } from '../../shared/call-error';

/** The finding of the open issue. @throws CallError with words for the viewer. */
export async function readPanel(): Promise<PanelView> {
  const answer = await invoke<ApiAnswer<PanelView>>('panel.get', {});
  const error = errorOf(answer);
  if (error) throw new CallError(error);
  return answer as PanelView;
}
