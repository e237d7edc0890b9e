/** Why an action is refused, in English for whoever calls by script. */
import type { ApiErrorCode } from '../../contract/api';
import type { PanelError, Refusal } from '../../contract/panel-calls';

/** What an action came to. */
export type Acted = { readonly error?: PanelError };

/** The action is refused. */
export function refused(code: ApiErrorCode, message: string, because?: Refusal): { error: PanelError } {
  return { error: { code, message, ...(because === undefined ? {} : { because }) } };
}

/** Hidden, missing, and no finding's: all the same to whoever asks. */
export const noFinding = refused('not_found', 'No finding belongs to this issue.');
