import { useProductContext } from '@forge/react';
import { createContext, useContext } from 'react';
import { english, type Language, languageOf } from './language';

/** The language of the person who looks. */
export const LanguageContext = createContext<Language>(english);

/** The language of the person who looks. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The language that Jira speaks to this person; undefined until the bridge told it. */
export function useViewerLanguage(): Language | undefined {
  const context = useProductContext();
  return context && languageOf(context.locale);
}
