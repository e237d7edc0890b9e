import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Message, Words } from '#contract/messages/message';
import { say } from '#contract/messages/say';
import type { Section, Texts } from './sections';
import type { Shelf } from './shelf';

/** The texts and the messages of the backend in one language, and the locale for dates and numbers. */
export interface Language extends Shelf {
  readonly words: Words;
  readonly locale: string;
}

const LanguageContext = createContext<Language | undefined>(undefined);

/** Every part stands below the provider: no language is loaded only to stand in for it. */
function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('No language was given to the page.');
  return language;
}

/** Gives the page its language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The texts in the language of the person who looks; a part waits for a section that is not there yet. */
export function useTexts(): Texts {
  return useLanguage().texts;
}

/** Fetches sections beside the part that will read them, so that one does not wait for the other. */
export function useFetchedTexts(sections: readonly Section[]): void {
  const { fetch } = useLanguage();
  useEffect(() => {
    for (const section of sections) void fetch(section);
  }, [sections, fetch]);
}

/** The messages of the backend in the language of the person who looks. */
export function useWords(): Words {
  return useLanguage().words;
}

/** Says a message of the backend to the person who looks. */
export function useSay(): (message: Message) => string {
  const spoken = useWords();
  return (message) => say(message, spoken);
}

/** The locale for dates and numbers, for example "de-DE". */
export function useLocale(): string {
  return useLanguage().locale;
}
