import { en as words } from '#contract/messages/en';
import { en } from './en';
import type { Language } from './texts';

/** The language for a locale: German for any German locale, English otherwise. Loads only what it needs. */
export async function loadLanguage(locale: string): Promise<Language> {
  if (!locale.toLowerCase().startsWith('de')) return { texts: en, words, locale };
  const [{ de }, german] = await Promise.all([import('./de'), import('#contract/messages/de')]);
  return { texts: de, words: german.de, locale };
}
