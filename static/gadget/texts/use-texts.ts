import { createContext, useContext } from 'react';
import { isolating } from '../../shared/isolating';
import { localeIn, spokenIn } from '../../shared/spoken';
import { de } from './de';
import { en, type Texts } from './en';
import { ru } from './ru';

const languages = isolating({ en, de, ru });

/** The texts in the language of the person who looks. */
export const TextsContext = createContext<Texts>(en);

/** The texts in the language of the person who looks. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** The texts for a locale as Jira names it; days and numbers are written as it does. */
export function textsIn(locale: string | undefined): Texts {
  return { ...languages[spokenIn(locale)], locale: localeIn(locale) };
}
