import { createContext, type ReactNode, useContext } from 'react';
import { en } from './en';

/** Every text of the page; each language is complete, or it does not compile. */
export type Texts = typeof en;

/** The texts in one language, and the locale for dates and numbers. */
export interface Language {
  readonly texts: Texts;
  readonly locale: string;
}

const LanguageContext = createContext<Language>({ texts: en, locale: 'en' });

/** Gives the page its language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The texts in the language of the person who looks. */
export function useTexts(): Texts {
  return useContext(LanguageContext).texts;
}

/** The locale for dates and numbers, for example "de-DE". */
export function useLocale(): string {
  return useContext(LanguageContext).locale;
}
