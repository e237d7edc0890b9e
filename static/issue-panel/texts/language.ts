import { de as germanWords } from '../../../src/contract/messages/de';
import { en as englishWords } from '../../../src/contract/messages/en';
import type { Words } from '../../../src/contract/messages/message';
import { de } from './de';
import { en } from './en';

/** Every text of the panel; each language is complete, or it does not compile. */
export type Texts = typeof en;

/** The panel's own texts and the messages of the backend in one language. */
export interface Language {
  readonly texts: Texts;
  readonly words: Words;
}

export const english: Language = { texts: en, words: englishWords };
export const german: Language = { texts: de, words: germanWords };

/** The language for a locale as Jira names it, `de-DE` or `de_DE`: German for any German one, English otherwise. */
export function languageOf(locale: string): Language {
  return /^de\b|^de_/i.test(locale) ? german : english;
}
