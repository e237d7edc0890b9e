import { de as germanWords } from '#contract/messages/de';
import { en as englishWords } from '#contract/messages/en';
import type { Words } from '#contract/messages/message';
import { ru as russianWords } from '#contract/messages/ru';
import { spokenIn } from '../../shared/spoken';
import { de } from './de';
import { en } from './en';
import { ru } from './ru';

/** Every text of the panel; each language is complete, or it does not compile. */
export type Texts = typeof en;

/** The panel's own texts and the messages of the backend in one language. */
export interface Language {
  readonly code: 'en' | 'de' | 'ru';
  readonly texts: Texts;
  readonly words: Words;
}

export const english: Language = { code: 'en', texts: en, words: englishWords };
export const german: Language = { code: 'de', texts: de, words: germanWords };
export const russian: Language = { code: 'ru', texts: ru, words: russianWords };

const languages = { en: english, de: german, ru: russian };

/** The language for a locale as Jira names it, `de-DE` or `de_DE`; English where there is no other. */
export function languageOf(locale: string): Language {
  return languages[spokenIn(locale)];
}
