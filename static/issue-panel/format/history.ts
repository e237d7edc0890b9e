import type { StoryEntry } from '#contract/story';
import { dayAndTime } from '../../shared/relative-time';
import { statusLozenge } from './status';
import type { Texts } from '../texts/language';

/** One line of the history. */
export interface HistoryLine {
  readonly when: string;
  readonly what: string;
}

/** The entries in words, newest first; what changed nothing is left out. */
export function historyLines(entries: readonly StoryEntry[], texts: Texts): readonly HistoryLine[] {
  return entries.flatMap((entry) => {
    const what = inWords(entry, texts);
    return what === undefined ? [] : [{ when: dayAndTime(entry.at, texts.locale), what }];
  });
}

function inWords(entry: StoryEntry, texts: Texts): string | undefined {
  switch (entry.what) {
    case 'reported':
      return texts.history.reported(statusLozenge({ status: entry.status }, texts).word);
    case 'created':
      return texts.history.created(entry.issue);
    case 'done':
      return texts.history.done(entry.issue);
    case 'closed':
      return texts.history.closed(entry.issue, entry.because);
    case 'outcome': {
      const { outcome, issues, by } = entry;
      if (outcome === 'unchanged' || outcome === 'stale' || outcome === 'waiting') return undefined;
      const who = by === undefined ? '' : ` ${texts.by[by]}`;
      const where = issues.length === 0 ? '' : ` (${issues.join(', ')})`;
      return `${texts.outcome[outcome]}${who}${where}`;
    }
  }
}
