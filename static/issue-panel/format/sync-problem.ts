import type { PanelView } from '#contract/panel-calls';
import { say } from '#contract/messages/say';
import type { Language } from '../texts/language';
import { sentence } from './sentence';

/** What is wrong with keeping this issue in step and who can fix it; undefined while nothing is. */
export function syncProblem(sync: PanelView['sync'], { texts, words }: Language): string | undefined {
  const reason = sync?.reason && say(sync.reason, words);
  switch (sync?.state) {
    case 'held':
      return `${texts.held(sentence(reason ?? texts.heldSomehow))} ${texts.admin}`;
    case 'deleted':
      return texts.deleted;
    case 'skipped':
      return `${texts.skipped(sentence(reason ?? texts.skippedSomehow))} ${texts.admin}`;
    case 'pending':
    case 'synced':
    case undefined:
      return undefined;
  }
}
