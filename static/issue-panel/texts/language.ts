import { de as germanWords } from '#contract/messages/de';
import { en as englishWords } from '#contract/messages/en';
import type { Words } from '#contract/messages/message';
import { ru as russianWords } from '#contract/messages/ru';
import { isolating } from '../../shared/isolating';
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

export const english = languageFrom('en', en, englishWords);
export const german = languageFrom('de', de, germanWords);
export const russian = languageFrom('ru', ru, russianWords);

const languages = { en: english, de: german, ru: russian };

function languageFrom(code: Language['code'], texts: Texts, words: Words): Language {
  return { code, texts: isolating(texts), words: isolating(words) };
}

/** The language for a locale as Jira names it, `de-DE` or `de_DE`; English where there is no other. */
export function languageOf(locale: string): Language {
  return languages[spokenIn(locale)];
}
