import { createContext, type ReactNode, useContext } from 'react';
import type { Message, Words } from '#contract/messages/message';
import { en as words } from '#contract/messages/en';
import { say } from '#contract/messages/say';
import { en } from './en';

/** Every text of the page; each language is complete, or it does not compile. */
export type Texts = typeof en;

/** The texts and the messages of the backend in one language, and the locale for dates and numbers. */
export interface Language {
  readonly texts: Texts;
  readonly words: Words;
  readonly locale: string;
}

const LanguageContext = createContext<Language>({ texts: en, words, locale: 'en' });

/** Gives the page its language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The texts in the language of the person who looks. */
export function useTexts(): Texts {
  return useContext(LanguageContext).texts;
}

/** The messages of the backend in the language of the person who looks. */
export function useWords(): Words {
  return useContext(LanguageContext).words;
}

/** Says a message of the backend to the person who looks. */
export function useSay(): (message: Message) => string {
  const spoken = useWords();
  return (message) => say(message, spoken);
}

/** The locale for dates and numbers, for example "de-DE". */
export function useLocale(): string {
  return useContext(LanguageContext).locale;
}
