import { createContext, useContext } from 'react';
import { isolating } from '../../../shared/isolating';
import { localeIn, spokenIn } from '../../../shared/spoken';
import { de } from './de';
import { en, type Texts } from './en';
import { ru } from './ru';

const languages = isolating({ en, de, ru });

/** The texts, and the locale for days and numbers. */
export interface Language {
  readonly texts: Texts;
  readonly locale: string;
}

/** The language of the person who looks. */
export const LanguageContext = createContext<Language>({ texts: en, locale: 'en' });

/** The language of the person who looks. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The language for a locale as Jira names it. */
export function languageIn(locale: string): Language {
  return { texts: languages[spokenIn(locale)], locale: localeIn(locale) };
}
