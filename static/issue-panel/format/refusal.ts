import type { PanelError } from '#contract/panel-calls';
import { say } from '#contract/messages/say';
import type { Language, Texts } from '../texts/language';

/** Why an action was refused, in the viewer's language. */
export function refusalInWords({ because, code, errors }: PanelError, { texts, words }: Language): string {
  if (because !== undefined) return texts.because[because];
  const [first] = errors ?? [];
  if (first) return texts.wrongField(labelOf(first.path, texts), say(first.message, words));
  return texts.refused[code];
}

function labelOf(path: string, { keyLabel, untilLabel, reasonLabel }: Texts): string {
  if (path === 'until') return untilLabel;
  return path === 'key' ? keyLabel : reasonLabel;
}
