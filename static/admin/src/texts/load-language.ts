import { en } from './en';
import type { Language } from './texts';

/** The language for a locale: German for any German locale, English otherwise. Loads only what it needs. */
export async function loadLanguage(locale: string): Promise<Language> {
  if (!locale.toLowerCase().startsWith('de')) return { texts: en, locale };
  const { de } = await import('./de');
  return { texts: de, locale };
}
